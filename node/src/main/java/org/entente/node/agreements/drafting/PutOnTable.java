package org.entente.node.agreements.drafting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
        record Invalid(Optional<String> place) implements Outcome {
            private static final Pattern PLACE = Pattern.compile(" at (/\\S*) \\(");

            /** Where it is wrong, out of the reason that interfaces read. */
            static Invalid because(ProtocolError error) {
                var place = PLACE.matcher(String.valueOf(error.getMessage()));
                return new Invalid(place.find() ? Optional.of(place.group(1)) : Optional.empty());
            }
        }

        /** The clauses do not decide these worked examples as it says. */
        record GoldenCasesBroken(List<Text> titles) implements Outcome {}
    }

    /**
     * Puts it there.
     *
     * @param officer who does, see {@code conclude.Officers}
     */
    public Outcome put(KeptDraft draft, String officer, Instant now) {
        Outcome outcome;
        try {
            outcome = draft.answer()
                    .map(answer -> revise(draft, answer, officer, now))
                    .orElseGet(() -> propose(draft, officer, now));
        } catch (ProtocolError e) {
            return Outcome.Invalid.because(e);
        }
        if (outcome instanceof Outcome.Done) {
            drafts.remove(draft);
        }
        return outcome;
    }

    private Outcome propose(KeptDraft draft, String officer, Instant now) {
        return switch (proposeEntente.propose(draft.proposed(), officer, now)) {
            case ProposeOutcome.Proposed(Entente entente) -> new Outcome.Done(entente.name());
            case ProposeOutcome.NameTaken() -> new Outcome.Refused("name-taken");
            case ProposeOutcome.NotAParty() -> new Outcome.Refused("not-a-party");
            case ProposeOutcome.PartyAbsent ignored -> new Outcome.Refused("party-absent");
            case ProposeOutcome.GoldenCasesBroken(List<Text> titles) -> new Outcome.GoldenCasesBroken(titles);
            case ProposeOutcome.Full() -> new Outcome.Refused("full");
        };
    }

    private Outcome revise(KeptDraft draft, Answer answer, String officer, Instant now) {
        try {
            MoveOutcome outcome =
                    reviseEntente.propose(answer.entente(), answer.predecessor(), draft.proposed(), officer, now);
            return Trouble.of(outcome)
                    .<Outcome>map(Outcome.Refused::new)
                    .orElseGet(() -> new Outcome.Done(answer.entente()));
        } catch (NotFound e) {
            return new Outcome.Refused("closed");
        }
    }
}
