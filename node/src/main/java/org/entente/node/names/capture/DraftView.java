package org.entente.node.names.capture;

import java.util.List;
import java.util.UUID;
import org.entente.names.NamePart;
import org.entente.names.profile.Authority;
import org.entente.node.names.Orthographies;
import org.entente.node.web.FormErrors;

/**
 * The form of a draft.
 *
 * @param writings what can be chosen
 * @param lang of what is written; "" where nobody said
 * @param letters to pick from; none for a writing without an alphabet
 * @param authority where the letters come from, as their licence asks to say
 * @param kinds codes
 */
public record DraftView(
        UUID id,
        Draft draft,
        List<Choice> writings,
        String lang,
        List<String> letters,
        Authority authority,
        List<String> kinds,
        FormErrors errors) {
    /**
     * A writing that can be chosen.
     *
     * @param name in its own language
     * @param lang of the name
     */
    public record Choice(String code, String name, String lang) {}

    static List<Choice> choices(Orthographies orthographies) {
        return orthographies.all().stream()
                .map(profile -> new Choice(profile.id(), profile.name(), profile.bcp47()))
                .toList();
    }

    /** The parts that hardly any other system asks for; their fields are folded up while nothing is written there. */
    public static final List<NamePart.Role> FURTHER =
            List.of(NamePart.Role.CLAN, NamePart.Role.PATRONYM, NamePart.Role.OTHER);

    /** Whether the fields of these parts lie open. */
    public boolean showsFurtherParts() {
        return FURTHER.stream().anyMatch(role -> !draft.part(role).isEmpty());
    }

    /** Never what is written. */
    @Override
    public String toString() {
        return "DraftView[" + id + "]";
    }
}
