package org.entente.node.names.mine;

import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.profile.Authority;
import org.entente.names.record.Spoken;
import org.entente.node.names.file.RecordedName;

/**
 * One name of whoever reads.
 *
 * @param orthography its name; "" for no particular one
 * @param draftOrthography whether no community has approved it
 * @param authority where the orthography comes from, as its licence asks to say
 * @param shown whether it is the one that others see
 * @param attested whether attestations hold that may say it; asked for its own page alone
 * @param renewable whether new ones of these could be had while it is put away
 */
public record NameView(
        RecordedName recorded,
        String orthography,
        boolean draftOrthography,
        Optional<Authority> authority,
        boolean shown,
        boolean attested,
        boolean renewable) {
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

    /** The texts of a part; "" where there is none. */
    public String part(NamePart.Role role) {
        return name().parts(role).stream().map(text -> text.value()).collect(Collectors.joining(" "));
    }

    /** Never the name. */
    @Override
    public String toString() {
        return "NameView[" + recorded.id() + "]";
    }
}
