package org.entente.node.agreements.conclude;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.course.Refusals;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Events;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Moves;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.agreements.negotiation.Negotiation;
import org.entente.node.agreements.negotiation.Objection;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.kernel.Origins;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a move of any party, whoever brings it, in the caller's transaction with the ledger open. */
@Component
class TakeMove {
    /** The most proposals of one government that are on the table here at once. */
    static final int MAX_OPEN_OF_ONE = 16;

    /** The most proposals of others that are on the table here at once, so that there is always room for what is concluded. */
    static final int MAX_OPEN = 400;

    private final Ententes ententes;
    private final Moves moves;
    private final Events events;
    private final TextCheck textCheck;

    TakeMove(Ententes ententes, Moves moves, Events events, TextCheck textCheck) {
        this.ententes = ententes;
        this.moves = moves;
        this.events = events;
        this.textCheck = textCheck;
    }

    /** Why it was not taken; empty when it was, now or before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Refused> take(Move move, List<Entente> text, URI bearer, Instant now) {
        Optional<Held> held = ententes.at(move.entente());
        if (held.isEmpty()) {
            return open(move, text, bearer, now);
        }
        if (held.get().negotiation().has(move)) {
            return Optional.empty();
        }
        List<Party> parties = held.get().whoTalk(now);
        if (parties.stream().noneMatch(party -> party.entity().equals(bearer))) {
            return Optional.of(Refusals.NOT_A_PARTY);
        }
        if (held.get().talks().filter(open -> open.signatures().areComplete()).isPresent()) {
            return Optional.of(
                    new Refused("signed", "all parties have signed a text, which comes into force on its day"));
        }
        Negotiation talks = held.get().negotiation();
        boolean anew = held.get().chain().hasEntered() && move.at().isAfter(talks.expiresAt());
        Optional<Refused> objection = objection(
                anew ? Negotiation.none(talks.version(), talks.base()) : talks,
                move,
                text,
                Negotiation.byKey(parties),
                now);
        if (objection.isEmpty()) {
            if (anew) {
                moves.forget(name(move.entente()), talks.version());
            }
            boolean first = anew || talks.texts().isEmpty();
            keep(move, text, first ? Events.What.PROPOSED : Events.What.COUNTERED, now);
        }
        return objection;
    }

    private Optional<Refused> open(Move move, List<Entente> text, URI bearer, Instant now) {
        if (text.isEmpty()) {
            return Optional.of(Refusals.UNKNOWN_ENTENTE);
        }
        Entente opening = text.getFirst();
        Optional<Refused> objection = objection(
                        Negotiation.none(1, ""), move, text, Negotiation.byKey(opening.parties()), now)
                .or(() -> textCheck.objectionToOpening(opening, bearer, now))
                .or(() -> move.party().equals(opening.depositary().key())
                        ? Optional.empty()
                        : Optional.of(Refusals.NOT_A_PARTY))
                .or(() -> objectionToMore(opening));
        if (objection.isEmpty()) {
            ententes.add(opening, Part.PROPOSED, now);
            if (!textCheck.isOurs(opening)) {
                ententes.openedBy(opening.name(), Origins.of(opening.id()));
            }
            keep(move, text, Events.What.PROPOSED, now);
        }
        return objection;
    }

    private Optional<Refused> objectionToMore(Entente opening) {
        if (ententes.find(opening.name()).isPresent()) {
            return Optional.of(new Refused("name_taken", "another entente of that name is held here"));
        }
        boolean tooMany = ententes.countOpenedBy(Optional.empty()) >= MAX_OPEN
                || ententes.countOpenedBy(Optional.of(Origins.of(opening.id()))) >= MAX_OPEN_OF_ONE;
        boolean full = !ententes.haveRoom() || tooMany && !textCheck.isOurs(opening);
        return full
                ? Optional.of(new Refused("full", "as many proposals are on the table here as can be"))
                : Optional.empty();
    }

    private Optional<Refused> objection(
            Negotiation talks, Move move, List<Entente> text, Map<String, Party> parties, Instant now) {
        boolean proposes = move.step() instanceof Move.Step.Propose;
        if (proposes == text.isEmpty()) {
            return Optional.of(Refusals.because(Objection.OTHER_TEXT));
        }
        return talks.objection(move, parties, now)
                .or(() -> text.stream()
                        .flatMap(one -> talks.objection(one, move, parties).stream())
                        .findFirst())
                .map(Refusals::because)
                .or(() -> text.stream()
                        .flatMap(one -> textCheck.objection(one).stream())
                        .findFirst());
    }

    /** @param what it is to bring a text; a move that brings none is an answer */
    private void keep(Move move, List<Entente> text, Events.What what, Instant now) {
        String name = name(move.entente());
        for (Entente one : text) {
            ententes.addText(name, one);
            events.note(one, what, move.party(), now);
        }
        moves.add(name, move, now);
    }

    private static String name(URI entente) {
        String path = entente.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
