package org.entente.node.agreements.drafting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.conclude.MoveOutcome;
import org.entente.node.agreements.conclude.ProposeEntente;
import org.entente.node.agreements.conclude.ProposeOutcome;
import org.entente.node.agreements.conclude.ReviseEntente;
import org.entente.node.agreements.desk.Trouble;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.drafting.KeptDraft.Answer;
import org.entente.node.kernel.Text;
import org.entente.node.web.NotFound;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a document of a draft and puts it on the table; that edition of the draft has then served. */
@Component
public class PutOnTable {
    private final ProposeEntente proposeEntente;
    private final ReviseEntente reviseEntente;
    private final Drafts drafts;

    PutOnTable(ProposeEntente proposeEntente, ReviseEntente reviseEntente, Drafts drafts) {
        this.proposeEntente = proposeEntente;
        this.reviseEntente = reviseEntente;
        this.drafts = drafts;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It is on the table under this name. */
        record Done(String entente) implements Outcome {}

        /** It is not, for a reason of which the catalogue knows the name. */
        record Refused(String trouble) implements Outcome {}

        /** It is no valid document; the place that is wrong, when it is one. */
        record Invalid(Optional<String> place) implements Outcome {}

        /** The clauses do not decide these worked examples as it says. */
        record GoldenCasesBroken(List<Text> titles) implements Outcome {}
    }

    public Outcome put(KeptDraft draft, Instant now) {
        Outcome outcome;
        try {
            outcome = draft.answer().map(answer -> revise(draft, answer, now)).orElseGet(() -> propose(draft, now));
        } catch (ProtocolError e) {
            return new Outcome.Invalid(place(e));
        }
        if (outcome instanceof Outcome.Done) {
            drafts.remove(draft);
        }
        return outcome;
    }

    private Outcome propose(KeptDraft draft, Instant now) {
        return switch (proposeEntente.propose(prepared(draft), now)) {
            case ProposeOutcome.Proposed(Entente entente) -> new Outcome.Done(entente.name());
            case ProposeOutcome.NameTaken() -> new Outcome.Refused("name-taken");
            case ProposeOutcome.NotAParty() -> new Outcome.Refused("not-a-party");
            case ProposeOutcome.PartyAbsent ignored -> new Outcome.Refused("party-absent");
            case ProposeOutcome.GoldenCasesBroken(List<Text> titles) -> new Outcome.GoldenCasesBroken(titles);
            case ProposeOutcome.Full() -> new Outcome.Refused("full");
        };
    }

    private Outcome revise(KeptDraft draft, Answer answer, Instant now) {
        try {
            MoveOutcome outcome = reviseEntente.propose(answer.entente(), answer.predecessor(), prepared(draft), now);
            return Trouble.of(outcome)
                    .<Outcome>map(Outcome.Refused::new)
                    .orElseGet(() -> new Outcome.Done(answer.entente()));
        } catch (NotFound e) {
            return new Outcome.Refused("closed");
        }
    }

    /** A government that has not said how it approves approves in one step, as any does. */
    private static ObjectNode prepared(KeptDraft draft) {
        ObjectNode json = draft.json().deepCopy();
        for (JsonNode party : json.path("parties")) {
            if (party.path("approval").isEmpty() && party instanceof ObjectNode stated) {
                stated.remove("approval");
            }
        }
        return json;
    }

    /** Where the document is wrong, out of the reason that interfaces read. */
    private static Optional<String> place(ProtocolError error) {
        var place = java.util.regex.Pattern.compile(" at (/\\S*) \\(").matcher(String.valueOf(error.getMessage()));
        return place.find() ? Optional.of(place.group(1)) : Optional.empty();
    }
}
