package org.entente.node.agreements.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.document.Party;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.entente.node.web.Alphabetical;
import org.entente.node.web.Page;
import org.entente.protocols.dcql.ClaimPath;

/** What people call what a document names by a code. */
public final class Names {
    private static final String TYPE_PREFIX = "urn:entente:ca:";
    private static final Set<String> TYPES =
            Set.of("urn:entente:ca:proof-of-identity:1", "urn:entente:ca:proof-of-residence:1");
    private static final Set<String> CLAIMS = Set.of(
            "name",
            "given_name",
            "family_name",
            "birthdate",
            "place_of_birth",
            "ca_names",
            "address",
            "address.street_address",
            "address.locality",
            "address.region",
            "address.postal_code",
            "address.country",
            "pseudonyms");

    private Names() {}

    /** A type of credential; its identifier when nobody has named it. */
    public static String type(Page page, String credentialType) {
        return TYPES.contains(credentialType)
                ? page.say("agreements.type."
                        + credentialType.substring(TYPE_PREFIX.length()).replace(":1", ""))
                : credentialType;
    }

    /** A claim; for a pseudonym what it is for, for a claim that nobody has named its path. */
    public static String claim(Page page, ClaimPath claim) {
        String first = claim.first();
        String code = first.equals("pseudonyms") ? first : claim.toString();
        return CLAIMS.contains(code) ? page.say("agreements.claim." + code) : claim.toString();
    }

    /** Texts in a language, with commas between. */
    public static String list(Collection<Text> texts, Language language) {
        return texts.stream().map(text -> text.in(language)).collect(Collectors.joining(", "));
    }

    /** Choices in a language, in the order of their names. */
    public static Map<String, String> in(Map<String, Text> choices, Language language) {
        Map<String, String> named = new LinkedHashMap<>();
        choices.entrySet().stream()
                .sorted(Comparator.comparing(choice -> choice.getValue().in(language), Alphabetical.in(language)))
                .forEach(choice -> named.put(choice.getKey(), choice.getValue().in(language)));
        return named;
    }

    /** A party's name by its key; the key itself for one that is not known yet. */
    public static Text party(Map<String, Party> parties, String key) {
        Party party = parties.get(key);
        return party == null ? new Text(key, key) : party.name();
    }
}
