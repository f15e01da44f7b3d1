package org.entente.node.names.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.key.KeyMaker;
import org.entente.names.legacy.Fillers;
import org.entente.names.letters.Proposal;
import org.entente.names.letters.Spelling;
import org.entente.node.names.Orthographies;
import org.entente.node.web.FormErrors;
import org.springframework.stereotype.Component;

/** Reads a draft in its orthography. Refuses only what no system can carry, and says that the limit is the system's. */
@Component
class ReadDraft {
    private static final int MAX_SAID = 200;

    private final Orthographies orthographies;

    ReadDraft(Orthographies orthographies) {
        this.orthographies = orthographies;
    }

    /** What stands in the way of recording it. */
    FormErrors check(Draft draft) {
        FormErrors errors = FormErrors.none();
        if (Writing.of(draft.writing(), orthographies).isEmpty()) {
            errors = errors.with("writing", "names.writing.missing");
        }
        if (draft.chosenKind().isEmpty()) {
            errors = errors.with("kind", "names.kind.missing");
        }
        errors = check(errors, "full", draft.full());
        for (NamePart.Role role : Draft.ROLES) {
            errors = checkPart(errors, Draft.field(role), draft.part(role));
        }
        if (draft.mononym()
                && Draft.ROLES.stream().anyMatch(role -> !draft.part(role).isBlank())) {
            errors = errors.with("mononym", "names.mononym.and-parts");
        }
        errors = checkSaid(errors, "respelling", draft.respelling());
        return checkSaid(errors, "ipa", draft.ipa());
    }

    private static FormErrors checkPart(FormErrors errors, String field, String written) {
        if (written.isBlank()) {
            return errors;
        }
        return Fillers.isOnly(written) ? errors.with(field, "names.part.filler") : check(errors, field, written);
    }

    private static FormErrors check(FormErrors errors, String field, String written) {
        return switch (NameText.read(written)) {
            case NameReading.Accepted _ -> errors;
            case NameReading.Refused refused -> errors.with(field, refusal(refused), refused.notation());
        };
    }

    /** The key of the words for a text that is no name. */
    static String refusal(NameReading.Refused refused) {
        return "names.refused." + refused.reason().name().toLowerCase(Locale.ROOT);
    }

    private static FormErrors checkSaid(FormErrors errors, String field, String said) {
        if (said.length() > MAX_SAID) {
            return errors.with(field, "names.said.too-long", MAX_SAID);
        }
        return said.isBlank() ? errors : check(errors, field, said);
    }

    /** The writing of a draft in which nothing stands in the way. */
    Writing writing(Draft draft) {
        return Writing.of(draft.writing(), orthographies)
                .orElseGet(() -> new Writing(orthographies.alphabet(Orthographies.open()), Name.UNDETERMINED));
    }

    Spelling spelling(Draft draft) {
        return writing(draft).alphabet().read(NameText.of(draft.full()));
    }

    /**
     * The name with what the person has accepted, its parts in the order in which they stand in it; a part that is spelt the same way is mended the same way, and one with a
     * sign that nobody sees loses it unless the person keeps that sign in the whole name.
     */
    Name name(Draft draft, List<Proposal> accepted) {
        Writing writing = writing(draft);
        Spelling whole = spelling(draft);
        NameText full = whole.with(accepted);
        List<NamePart> parts = new ArrayList<>();
        if (draft.mononym()) {
            parts.add(new NamePart(NamePart.Role.MONONYM, full));
        }
        for (NamePart.Role role : Draft.ROLES) {
            if (!draft.part(role).isBlank()) {
                parts.add(new NamePart(role, spelling(draft, role).with(mending(draft, role, accepted))));
            }
        }
        parts.sort(Comparator.comparingInt(part -> place(full, part.text())));
        return new Name(draft.chosenKind().orElse(Name.Kind.USED), full, writing.language(), parts);
    }

    /** Where a part stands in the whole name, which says in which order its bearer writes them; after all others where it does not. */
    private static int place(NameText full, NameText part) {
        int asWords = (" " + full.value() + " ").indexOf(" " + part.value() + " ");
        int found = asWords >= 0 ? asWords : full.value().indexOf(part.value());
        return found >= 0 ? found : Integer.MAX_VALUE;
    }

    /** Whether two writings are one identity key apart: what keyboards make of one name. */
    boolean differOnlyByKeyboard(Draft draft, NameText one, NameText other) {
        KeyMaker keys = orthographies.keys(writing(draft).orthography());
        return keys.of(one).identity().equals(keys.of(other).identity());
    }

    /** Whether what the person accepts leaves a name, and parts, for which there is room. */
    boolean fits(Draft draft, List<Proposal> accepted) {
        return spelling(draft).reading(accepted) instanceof NameReading.Accepted
                && Draft.ROLES.stream()
                        .filter(role -> !draft.part(role).isBlank())
                        .allMatch(role -> spelling(draft, role).reading(mending(draft, role, accepted))
                                instanceof NameReading.Accepted);
    }

    private Spelling spelling(Draft draft, NamePart.Role role) {
        return writing(draft).alphabet().read(NameText.of(draft.part(role)));
    }

    private List<Proposal> mending(Draft draft, NamePart.Role role, List<Proposal> accepted) {
        List<Proposal> kept = spelling(draft).proposals().stream()
                .filter(proposal -> !accepted.contains(proposal))
                .toList();
        return spelling(draft, role).proposals().stream()
                .filter(proposal -> isAmong(accepted, proposal)
                        || proposal.reason() == Proposal.Reason.INVISIBLE && !isAmong(kept, proposal))
                .toList();
    }

    private static boolean isAmong(List<Proposal> proposals, Proposal proposal) {
        return proposals.stream()
                .anyMatch(one -> one.written().equals(proposal.written())
                        && one.suggested().equals(proposal.suggested()));
    }
}
