package org.entente.node.agreements.compile;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Reach;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Rulings;

/**
 * Whose credentials one clause lets a verifier accept. What a ruling says of a verifier and a type holds for all clauses
 * together; a compiled clause must not lend its claims to the issuers of another.
 */
record ClauseReach(HeldEntente held, Clause.Recognise clause, Instant now) {
    /** By party; without the suspended. */
    List<RecognisedIssuers> issuersFor(URI verifier) {
        return Rulings.recognised(verifier, clause.credentialType(), List.of(held), now).stream()
                .map(found -> new RecognisedIssuers(
                        found.party(), found.authority(), found.keyIdentifier(), ofClause(found, verifier)))
                .filter(found -> !found.issuers().isEmpty())
                .toList();
    }

    /** Whether the clause lets this organisation of a party ask. */
    boolean isVerifier(Party party, URI organisation) {
        return switch (clause.verifiers()) {
            case Reach.AllParties() -> true;
            case Reach.OtherParties() -> true;
            case Reach.Named named -> names(named, party, organisation);
        };
    }

    private Set<URI> ofClause(RecognisedIssuers found, URI verifier) {
        Party party = held.state().owner(found.party()).orElseThrow().party();
        return found.issuers().stream()
                .filter(issuer -> switch (clause.issuers()) {
                    case Reach.AllParties() -> true;
                    case Reach.OtherParties() -> !party.owns(verifier);
                    case Reach.Named named -> names(named, party, issuer);
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean names(Reach.Named named, Party party, URI address) {
        return named.organisations().stream()
                .anyMatch(organisation -> organisation.party().equals(party.key())
                        && party.organisation(organisation.organisation()).equals(address));
    }
}
