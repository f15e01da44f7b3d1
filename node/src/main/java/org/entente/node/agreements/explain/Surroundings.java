package org.entente.node.agreements.explain;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.IssuerEvidence.Lack;
import org.entente.protocols.jose.Jwks;

/** What this node knows by itself of those whom an entente names, at the moment at which somebody asks. */
interface Surroundings {
    /** The federation keys under which a government is known here. */
    Optional<Jwks> keysOf(URI entity);

    /** What is wrong with what is at hand of an issuer's word. */
    Set<Lack> lacks(URI issuer, X509Certificate authority, String credentialType, Duration freshness);
}
