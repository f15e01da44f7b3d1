package org.entente.node.agreements.schedule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.negotiation.Move;
import tools.jackson.databind.node.ObjectNode;

/** A message between two desks. */
sealed interface Sent {
    record OfMove(Move move, Optional<Entente> text) implements Sent {}

    /** The moves and the signatures that the sender knows. */
    record OfTable(Set<String> moves, Set<String> signatories) implements Sent {}

    record OfSignature(String document, ObjectNode signature) implements Sent {}

    record OfActs(List<SignedAct> acts) implements Sent {}

    record OfTransition(Transition transition) implements Sent {}

    record OfStanding(Transition last) implements Sent {}
}
