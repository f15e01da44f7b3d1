package org.entente.node.agreements.conclude;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.springframework.stereotype.Component;

/** Whether a text that somebody else wrote is sound and states this node as it is. Whether it is also good is for people. */
@Component
class TextCheck {
    private final MeetParties meetParties;
    private final NodeIdentity node;

    TextCheck(MeetParties meetParties, NodeIdentity node) {
        this.meetParties = meetParties;
        this.node = node;
    }

    Optional<Refused> objection(Entente text) {
        boolean stale = text.clauses().stream()
                .anyMatch(clause ->
                        !text.isFresh(clause) && clause.head().staleUntil().equals(Instant.MIN));
        if (stale) {
            return refused("stale_clause", "a clause does not match its text");
        }
        Optional<Refused> broken = GoldenCases.broken(text).stream()
                .findFirst()
                .flatMap(result -> refused(
                        "golden_cases", "the clauses do not decide worked example " + result.number() + " as it says"));
        if (broken.isPresent()) {
            return broken;
        }
        Optional<Party> us = text.parties().stream()
                .filter(party -> party.entity().equals(node.entityId()))
                .findFirst();
        if (us.isEmpty()) {
            return refused("not_a_party", "this node is no party to the entente");
        }
        return meetParties.ourselves().match(us.get())
                ? Optional.empty()
                : refused("wrong_keys", "this node has other keys than the document states");
    }

    /**
     * Why a text cannot begin talks: only the node at whose address the entente is to be begins them, and nobody in its name.
     *
     * @param bearer the node that brought it
     */
    Optional<Refused> objectionToOpening(Entente text, URI bearer, Instant now) {
        if (text.version() != 1) {
            return refused("unknown_entente", "no such entente is held here");
        }
        boolean itself = Origins.of(text.id()).equals(bearer);
        boolean passedOn =
                text.parties().stream().anyMatch(party -> party.entity().equals(bearer))
                        && meetParties.hasKeys(text.depositary(), now);
        return itself || passedOn
                ? Optional.empty()
                : refused("not_the_proposer", "the entente's address is on another node than the sender's");
    }

    /** Whether the entente is to be at our own address. */
    boolean isOurs(Entente text) {
        return Origins.of(text.id()).equals(node.origin());
    }

    private static Optional<Refused> refused(String code, String reason) {
        return Optional.of(new Refused(code, reason));
    }
}
