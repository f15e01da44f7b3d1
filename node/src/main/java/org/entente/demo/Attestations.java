package org.entente.demo;

/** The credential types of the demo. */
final class Attestations {
    static final String IDENTITY = "urn:entente:ca:proof-of-identity:1";
    static final String RESIDENCE = "urn:entente:ca:proof-of-residence:1";

    private Attestations() {}
}
