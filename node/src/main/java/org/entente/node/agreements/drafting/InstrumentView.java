package org.entente.node.agreements.drafting;

import java.util.Map;
import java.util.Optional;
import org.entente.node.web.FormErrors;

/**
 * The form by which this government asks to join an entente.
 *
 * @param part its fields, as any part of a draft has them
 * @param trouble why it was not sent: the end of a key in the catalogue
 */
public record InstrumentView(PartView part, Optional<String> trouble) {
    static InstrumentView of(KeptDraft none, Map<String, String> form, FormErrors errors, Optional<String> trouble) {
        return new InstrumentView(
                new PartView(none, "accession", "party", java.util.List.of(), Fields.PARTY, form, errors, false),
                trouble);
    }
}
