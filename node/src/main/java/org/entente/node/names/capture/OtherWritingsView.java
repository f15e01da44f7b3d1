package org.entente.node.names.capture;

import java.util.Arrays;
import java.util.List;
import org.entente.names.profile.Authority;
import org.entente.names.record.Equivalent;
import org.entente.node.names.file.RecordedName;
import org.entente.node.web.FormErrors;

/**
 * A name as it is written otherwise, and the form for one more.
 *
 * @param full what is being written
 * @param writing the chosen one
 * @param letters of it, to pick from
 * @param relation the chosen relation's code
 */
public record OtherWritingsView(
        RecordedName recorded,
        List<DraftView.Choice> writings,
        String full,
        Writing writing,
        List<String> letters,
        String relation,
        FormErrors errors) {
    /** The choice that leads to the writing. */
    public String chosen() {
        return Writing.code(writing.orthography(), writing.language());
    }

    /** Where the letters come from, as their licence asks to say. */
    public Authority authority() {
        return writing.alphabet().profile().authority();
    }

    /** The codes of how two writings belong together. */
    public List<String> relations() {
        return Arrays.stream(Equivalent.Relation.values())
                .map(Equivalent.Relation::code)
                .toList();
    }

    /** The page, without the language. */
    public String path() {
        return "/names/" + recorded.id() + "/others";
    }

    /** Never the name. */
    @Override
    public String toString() {
        return "OtherWritingsView[" + recorded.id() + "]";
    }
}
