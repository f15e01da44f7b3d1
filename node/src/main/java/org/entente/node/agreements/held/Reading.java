package org.entente.node.agreements.held;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.Serving;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Purpose;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Rulings;
import org.entente.node.kernel.NodeIdentity;

/**
 * Answers from what this node held at one moment.
 *
 * @param held all ententes
 */
record Reading(Collection<HeldEntente> held, NodeIdentity node) implements Agreements {

    @Override
    public Ruling rule(Question question, Instant now) {
        return Rulings.rule(question, held, now);
    }

    @Override
    public Ruling rule(Asking asking, Instant now) {
        return Rulings.rule(asking, held, now);
    }

    @Override
    public List<RecognisedIssuers> recognised(URI verifier, String credentialType, Instant now) {
        return Rulings.recognised(verifier, credentialType, held, now);
    }

    @Override
    public Serving serving(Asking asking, Instant now) {
        return Rulings.serving(asking, held, now);
    }

    @Override
    public Set<URI> issuers(Instant now) {
        return inForce(now)
                .flatMap(entente -> entente.state().members().values().stream().filter(entente::confirms))
                .filter(member -> member.isRecognisedAt(now))
                .map(Member::party)
                .flatMap(party -> party.issuers().stream().map(issuer -> party.organisation(issuer.organisation())))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> sectors(Instant now) {
        return inForce(now)
                .flatMap(entente -> entente.state().entente().clauses(Clause.Recognise.class))
                .flatMap(clause -> clause.purposes().stream())
                .map(Purpose::sector)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<X509Certificate> authoritiesOf(URI issuer, Instant now) {
        return inForce(now)
                .flatMap(entente -> entente.state().owner(issuer).stream().filter(entente::confirms))
                .filter(member -> member.isRecognisedAt(now))
                .map(member -> member.party().credentialAuthority())
                .distinct()
                .toList();
    }

    @Override
    public Ruling rule(Question question, X509Certificate authority, Instant now) {
        return Rulings.rule(question, authority, held, now);
    }

    /** The ententes in force in which this node takes part. */
    private Stream<HeldEntente> inForce(Instant now) {
        return held.stream()
                .filter(entente -> entente.state().entente().term().contains(now))
                .filter(entente -> entente.state()
                        .owner(node.entityId())
                        .filter(member -> entente.confirms(member) && member.isBoundAt(now))
                        .isPresent());
    }
}
