package org.entente.node.agreements.held;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Purpose;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Rulings;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;

/** Answers from what this node holds. */
@Component
class HeldAgreements implements Agreements {
    private final Holdings holdings;
    private final NodeIdentity node;

    HeldAgreements(Holdings holdings, NodeIdentity node) {
        this.holdings = holdings;
        this.node = node;
    }

    @Override
    public Ruling rule(Question question, Instant now) {
        return Rulings.rule(question, holdings.forRulings(), now);
    }

    @Override
    public Ruling rule(Asking asking, Instant now) {
        return Rulings.rule(asking, holdings.forRulings(), now);
    }

    @Override
    public List<RecognisedIssuers> recognised(URI verifier, String credentialType, Instant now) {
        return Rulings.recognised(verifier, credentialType, holdings.forRulings(), now);
    }

    @Override
    public Set<URI> issuers(Instant now) {
        return inForce(now)
                .flatMap(held -> held.state().members().values().stream().filter(held::confirms))
                .filter(member -> member.isRecognisedAt(now))
                .map(Member::party)
                .flatMap(party -> party.issuers().stream().map(issuer -> party.organisation(issuer.organisation())))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> sectors(Instant now) {
        return inForce(now)
                .flatMap(held -> held.state().entente().clauses(Clause.Recognise.class))
                .flatMap(clause -> clause.purposes().stream())
                .map(Purpose::sector)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<X509Certificate> authorityOf(URI issuer, Instant now) {
        return inForce(now)
                .flatMap(held -> held.state().owner(issuer).stream().filter(held::confirms))
                .filter(member -> member.isRecognisedAt(now))
                .map(member -> member.party().credentialAuthority())
                .findFirst();
    }

    /** The ententes in force in which this node takes part. */
    private Stream<HeldEntente> inForce(Instant now) {
        return holdings.forRulings().stream()
                .filter(held -> held.state().entente().term().contains(now))
                .filter(held -> held.state()
                        .owner(node.entityId())
                        .filter(member -> held.confirms(member) && member.isBoundAt(now))
                        .isPresent());
    }
}
