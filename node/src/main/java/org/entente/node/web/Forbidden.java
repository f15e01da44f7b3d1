package org.entente.node.web;

/** Who asks is known and may not do this (403). */
public final class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
