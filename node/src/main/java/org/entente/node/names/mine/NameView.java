package org.entente.node.names.mine;

import java.util.Optional;
import org.entente.names.Name;
import org.entente.names.profile.Authority;
import org.entente.names.record.Spoken;
import org.entente.node.names.file.FileNumber;
import org.entente.node.names.file.RecordedName;

/**
 * One name of whoever reads.
 *
 * @param orthography its name; "" for no particular one
 * @param draftOrthography whether no community has approved it
 * @param authority where the orthography comes from, as its licence asks to say
 * @param number of the file that it stands in
 * @param shown whether it is the one that others see
 * @param attested what holds that may say it; empty where nothing does, or this is not its own page
 */
public record NameView(
        RecordedName recorded,
        String orthography,
        boolean draftOrthography,
        Optional<Authority> authority,
        FileNumber number,
        boolean shown,
        Optional<Attested> attested) {
    /**
     * Attestations that hold.
     *
     * @param renewable whether new ones of all could be had while the name is put away
     * @param renewableWithout whether they could be had once it is removed
     */
    public record Attested(boolean renewable, boolean renewableWithout) {}

    public Name name() {
        return recorded.entry().name();
    }

    public Spoken spoken() {
        return recorded.entry().spoken();
    }

    /** The page of the name, without the language. */
    public String path() {
        return "/names/" + recorded.id();
    }

    /** The name's language. */
    public String lang() {
        return name().language();
    }

    /** Never the name. */
    @Override
    public String toString() {
        return "NameView[" + recorded.id() + "]";
    }
}
