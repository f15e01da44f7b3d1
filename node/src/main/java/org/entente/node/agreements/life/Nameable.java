package org.entente.node.agreements.life;

import java.net.URI;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.OrganisationRef;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Reach;

/**
 * Which issuers and types a suspension may name: those that the text or a party has named before. What a suspension names is
 * published for good, so that nobody chooses a word for it.
 */
record Nameable(EntenteState state) {
    boolean includes(Target target) {
        return target.issuers().stream().allMatch(this::isNamed)
                && target.credentialTypes().stream().allMatch(this::isNamed);
    }

    private boolean isNamed(String credentialType) {
        return recognised().anyMatch(clause -> clause.credentialType().equals(credentialType))
                || issuers().anyMatch(issuer -> issuer.credentialTypes().contains(credentialType));
    }

    private boolean isNamed(URI issuer) {
        return state.parties().stream()
                .anyMatch(party -> organisations(party)
                        .anyMatch(name -> party.organisation(name).equals(issuer)));
    }

    private Stream<String> organisations(Party party) {
        Stream<String> byText = recognised()
                .flatMap(clause -> clause.issuers() instanceof Reach.Named(var organisations)
                        ? organisations.stream()
                        : Stream.empty())
                .filter(named -> named.party().equals(party.key()))
                .map(OrganisationRef::organisation);
        return Stream.concat(party.issuers().stream().map(Party.Issuer::organisation), byText);
    }

    private Stream<Clause.Recognise> recognised() {
        return state.entente().clauses(Clause.Recognise.class);
    }

    private Stream<Party.Issuer> issuers() {
        return state.parties().stream().flatMap(party -> party.issuers().stream());
    }
}
