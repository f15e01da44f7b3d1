package org.entente.node.agreements.accede;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.springframework.stereotype.Component;

/** Approves that a government joins, if its instrument states it as it states itself. */
@Component
public class ApproveAccession {
    private final MeetParties meetParties;
    private final PerformAct performAct;

    ApproveAccession(MeetParties meetParties, PerformAct performAct) {
        this.meetParties = meetParties;
        this.performAct = performAct;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The entente's answer to our act. */
        record Performed(ActOutcome outcome) implements Outcome {}

        /** No government of that key asks to join. */
        record NoSuchRequest() implements Outcome {}

        /** The newcomer cannot be introduced, or states itself otherwise than its instrument. */
        record NewcomerDiffers(URI entity) implements Outcome {}
    }

    /** Why the newcomer of an instrument is not who it says. Never in a transaction, since it waits for the network. */
    public Optional<Outcome> objection(SignedAct request, Instant now) {
        if (!(request.act() instanceof Act.Accede(Party party))) {
            return Optional.of(new Outcome.NoSuchRequest());
        }
        return switch (meetParties.compare(List.of(party), now)) {
            case Meeting.Absent(URI entity) -> Optional.of(new Outcome.NewcomerDiffers(entity));
            case Meeting.Differs(URI entity) -> Optional.of(new Outcome.NewcomerDiffers(entity));
            case Meeting.Met ignored -> Optional.empty();
        };
    }

    /** Approves exactly this instrument, see {@link #request}, to which there is no {@link #objection}. */
    public Outcome approve(String name, SignedAct request, By by, Instant now) {
        return new Outcome.Performed(performAct.perform(name, ActJson.approve(request.hash()), by, now));
    }

    /** The instrument of this hash, if no transition has answered it and its government has sent no later one. */
    public static Optional<SignedAct> request(Held held, String instrument) {
        Map<String, SignedAct> latest = new HashMap<>();
        held.accessions().forEach(act -> latest.put(act.party(), act));
        return latest.values().stream()
                .filter(act -> act.hash().equals(instrument))
                .findFirst();
    }
}
