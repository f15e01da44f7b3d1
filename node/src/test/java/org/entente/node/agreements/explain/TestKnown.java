package org.entente.node.agreements.explain;

import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.IssuerEvidence.Lack;
import org.entente.protocols.jose.Jwks;

/** What is known here of everybody. */
record TestKnown(Optional<Jwks> keys, Set<Lack> wrong) implements Surroundings {
    static final TestKnown ALL =
            new TestKnown(Optional.of(new Jwks(List.of(QUEBEC.publicKey(), BRITISH_COLUMBIA.publicKey()))), Set.of());

    static TestKnown without(Lack lack) {
        return new TestKnown(ALL.keys(), EnumSet.of(lack));
    }

    @Override
    public Optional<Jwks> keysOf(URI entity) {
        return keys;
    }

    @Override
    public Set<Lack> lacks(URI issuer, X509Certificate authority, String type, Duration freshness) {
        return wrong;
    }
}
