package org.entente.node.agreements.held;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.Serving;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;

/** Answers each question from what this node holds when it is asked. */
@Component
class HeldAgreements implements Agreements {
    private final Holdings holdings;
    private final NodeIdentity node;

    HeldAgreements(Holdings holdings, NodeIdentity node) {
        this.holdings = holdings;
        this.node = node;
    }

    @Override
    public Agreements reading() {
        return new Reading(holdings.forRulings(), node);
    }

    @Override
    public Ruling rule(Question question, Instant now) {
        return reading().rule(question, now);
    }

    @Override
    public Ruling rule(Asking asking, Instant now) {
        return reading().rule(asking, now);
    }

    @Override
    public List<RecognisedIssuers> recognised(URI verifier, String credentialType, Instant now) {
        return reading().recognised(verifier, credentialType, now);
    }

    @Override
    public Serving serving(Asking asking, Instant now) {
        return reading().serving(asking, now);
    }

    @Override
    public Set<URI> issuers(Instant now) {
        return reading().issuers(now);
    }

    @Override
    public Set<String> sectors(Instant now) {
        return reading().sectors(now);
    }

    @Override
    public List<X509Certificate> authoritiesOf(URI issuer, Instant now) {
        return reading().authoritiesOf(issuer, now);
    }

    @Override
    public Ruling rule(Question question, X509Certificate authority, Instant now) {
        return reading().rule(question, authority, now);
    }
}
