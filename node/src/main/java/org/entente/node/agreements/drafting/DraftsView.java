package org.entente.node.agreements.drafting;

import java.util.List;
import java.util.Map;
import org.entente.node.web.FormErrors;

/**
 * The drafts, and the form that begins one.
 *
 * @param form what stands in its inputs
 */
public record DraftsView(List<KeptDraft> drafts, Map<String, String> form, FormErrors errors) {
    /** What stands in an input. */
    public String value(String input) {
        return form.getOrDefault(input, "");
    }
}
