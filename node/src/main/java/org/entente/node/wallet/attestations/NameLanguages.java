package org.entente.node.wallet.attestations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.node.ObjectNode;

/**
 * The languages of the names in a credential, as far as it tells: in the tag of {@code name#iu-Cans} (OpenID Connect Core §5.2),
 * or beside the same name in {@code ca_names}. The parts of a name have the name's.
 *
 * @param byName the language of each name
 * @param name the displayed name; "" where it is not told
 */
record NameLanguages(Map<String, String> byName, String name) {
    private static final String NAME = "name";
    private static final List<String> PARTS = List.of("given_name", "family_name");
    private static final List<String> ABOUT_NAMES = List.of("ca_name_pronunciation", "ca_name_legacy");
    private static final char TAGGED = '#';

    static NameLanguages of(ObjectNode claims) {
        Map<String, String> byName = new HashMap<>();
        claims.path("ca_names")
                .forEach(element -> byName.put(
                        element.path("full").asString(""),
                        new Label("", element.path("lang").asString("")).lang()));
        claims.properties().forEach(claim -> {
            if (!tag(claim.getKey()).isEmpty()) {
                byName.put(claim.getValue().asString(""), tag(claim.getKey()));
            }
        });
        return new NameLanguages(Map.copyOf(byName), claims.path(NAME).asString(""));
    }

    /** The claim, with the language of its values where it is one of these names, or says something of them. */
    ClaimView with(ClaimView view) {
        String claim = view.path().first();
        if (ABOUT_NAMES.contains(claim)) {
            return new ClaimView(
                    view.path(),
                    view.name(),
                    view.values().stream().map(this::about).toList());
        }
        if (!isName(claim)) {
            return view;
        }
        String lang = tag(claim).isEmpty() ? byName.getOrDefault(name, "") : tag(claim);
        return new ClaimView(
                view.path(),
                view.name(),
                view.values().stream()
                        .map(value -> new ClaimView.Value(value.text(), lang, true, value.details()))
                        .toList());
    }

    private ClaimView.Value about(ClaimView.Value value) {
        return new ClaimView.Value(
                value.text(),
                value.lang().isEmpty() ? byName.getOrDefault(value.text(), "") : value.lang(),
                value.name(),
                value.details().stream()
                        .map(detail -> detail.of() == ClaimView.Detail.Of.NAME
                                        && detail.lang().isEmpty()
                                ? new ClaimView.Detail(
                                        detail.key(),
                                        detail.text(),
                                        detail.of(),
                                        byName.getOrDefault(detail.text(), ""))
                                : detail)
                        .toList());
    }

    /** What a tagged claim is called: as the one without a tag, with its language in words. */
    static Optional<Label> label(ClaimPath path, Labels labels, Language reader) {
        String claim = path.first();
        String tag = tag(claim);
        return tag.isEmpty()
                ? Optional.empty()
                : labels.claim(reader, ClaimPath.of(List.of(claim.substring(0, claim.indexOf(TAGGED)))))
                        .map(label -> new Label(
                                label.text() + " ("
                                        + NameElement.inWords(tag, reader).orElse(tag) + ")",
                                label.lang()));
    }

    private static boolean isName(String claim) {
        return claim.equals(NAME) || PARTS.contains(claim) || !tag(claim).isEmpty();
    }

    /** The tag of a claim that is a name or a part of one; "" where it has none. */
    private static String tag(String claim) {
        int at = claim.indexOf(TAGGED);
        if (at < 0 || !(NAME.equals(claim.substring(0, at)) || PARTS.contains(claim.substring(0, at)))) {
            return "";
        }
        return new Label("", claim.substring(at + 1)).lang();
    }
}
