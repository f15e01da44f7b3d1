package org.entente.names;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A person's names as claims: {@code name}, {@code given_name} and {@code family_name} of the displayed name (OpenID Connect
 * Core §5.1), {@code name#<tag>} where the language is known (§5.2), and all shared names as {@code ca_names}, an array whose
 * elements a credential can disclose one by one; each says its own parts. A person of one name has no {@code given_name} and
 * no {@code family_name}. Ceremonial and former names are never among them.
 *
 * <pre>{@code
 * NameClaims.of(PersonNames.of(Name.of(Kind.LEGAL, "ᐃᖃᓗᐃᑦ", "iu-Cans")))
 * // {name=ᐃᖃᓗᐃᑦ, name#iu-Cans=ᐃᖃᓗᐃᑦ, ca_names=[{full=ᐃᖃᓗᐃᑦ, lang=iu-Cans, kind=legal}]}
 * }</pre>
 */
public final class NameClaims {
    private NameClaims() {}

    /** The claims: texts, and for {@code ca_names} a list of maps of texts. Unmodifiable, in a fixed order. */
    public static Map<String, Object> of(PersonNames person) {
        Name displayed = person.displayed();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("name", displayed.full().value());
        claims.putAll(parts(displayed));
        List<Name> shared =
                person.names().stream().filter(name -> name.kind().isShared()).toList();
        shared.stream()
                .filter(name -> !name.language().equals(Name.UNDETERMINED))
                .forEach(name -> claims.putIfAbsent(
                        "name#" + name.language(), name.full().value()));
        claims.put("ca_names", shared.stream().map(NameClaims::element).toList());
        return Collections.unmodifiableMap(claims);
    }

    /** {@code given_name} and {@code family_name} of one name, as far as it has them. Unmodifiable, in this order. */
    public static Map<String, String> parts(Name name) {
        Map<String, String> parts = new LinkedHashMap<>();
        putPart(parts, "given_name", name.parts(NamePart.Role.GIVEN));
        putPart(parts, "family_name", name.parts(NamePart.Role.FAMILY));
        return Collections.unmodifiableMap(parts);
    }

    private static void putPart(Map<String, String> parts, String claim, List<NameText> texts) {
        if (!texts.isEmpty()) {
            parts.put(claim, texts.stream().map(NameText::value).collect(Collectors.joining(" ")));
        }
    }

    private static Map<String, String> element(Name name) {
        Map<String, String> element = new LinkedHashMap<>();
        element.put("full", name.full().value());
        element.put("lang", name.language());
        element.put("kind", name.kind().code());
        element.putAll(parts(name));
        return Collections.unmodifiableMap(element);
    }
}
