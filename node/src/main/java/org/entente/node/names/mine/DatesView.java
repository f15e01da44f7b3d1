package org.entente.node.names.mine;

import org.entente.node.names.file.RecordedName;
import org.entente.node.web.FormErrors;

/**
 * Since when and until when a name is borne, as its bearer writes it.
 *
 * @param until is asked of a former name alone
 */
public record DatesView(RecordedName recorded, String since, String until, FormErrors errors) {
    /** The page, without the language. */
    public String path() {
        return "/names/" + recorded.id() + "/dates";
    }

    /** Never the name. */
    @Override
    public String toString() {
        return "DatesView[" + recorded.id() + "]";
    }
}
