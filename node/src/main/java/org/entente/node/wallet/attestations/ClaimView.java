package org.entente.node.wallet.attestations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.kernel.Language;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One claim as its holder reads it.
 *
 * @param path where it stands in the credential
 * @param name the issuer's name for it, or the path where it has none
 * @param values one, or several where the claim is a list; the holder's own data
 */
public record ClaimView(ClaimPath path, Label name, List<Value> values) {
    /**
     * A value as text.
     *
     * @param lang a BCP 47 tag; empty where the language is not known
     * @param name whether it is a name, which nothing translates or breaks
     * @param details what is said of it besides
     */
    public record Value(String text, String lang, boolean name, List<Detail> details) {
        public Value {
            details = List.copyOf(details);
        }

        static Value plain(String text) {
            return new Value(text, "", false, List.of());
        }
    }

    /**
     * Something said of a value.
     *
     * @param key of the words in the catalogue; "" for a code that has none, which is shown as it stands
     * @param text what the words speak of; may be empty
     * @param of what this text is
     * @param lang of the text where it is none of ours, a BCP 47 tag; empty where the language is not known
     */
    public record Detail(String key, String text, Of of, String lang) {
        /** What a text is. */
        public enum Of {
            /** Words in the reader's language, or none. */
            OUR_WORDS,
            /** A text of the issuer's or of the holder's, which stands after the words and which nothing translates. */
            QUOTE,
            /** The same, and a name. */
            NAME
        }

        Detail(String key, String text) {
            this(key, text, Of.OUR_WORDS, "");
        }
    }

    /** Members that say how the credential works, not who the holder is (SD-JWT VC §3.2.2; RFC 7519 §4.1). */
    private static final Set<String> WORKINGS =
            Set.of("iss", "iat", "nbf", "exp", "vct", "vct#integrity", "cnf", "status", "_sd", "_sd_alg");

    private static final Labels NO_LABELS = new Labels(List.of(), List.of(), List.of());

    public ClaimView {
        values = List.copyOf(values);
    }

    /** All claims of a credential, or of what of it is shown; an object as the claims within it. */
    public static List<ClaimView> of(ObjectNode claims, Labels labels, Language language) {
        List<ClaimView> views = new ArrayList<>();
        claims.properties().forEach(claim -> {
            if (!WORKINGS.contains(claim.getKey())) {
                add(List.of(claim.getKey()), claim.getValue(), labels, language, views);
            }
        });
        NameLanguages names = NameLanguages.of(claims);
        return views.stream().map(names::with).toList();
    }

    /** The paths of all that these claims say of the holder. */
    public static List<ClaimPath> paths(ObjectNode claims) {
        return of(claims, NO_LABELS, Language.EN).stream().map(ClaimView::path).toList();
    }

    private static void add(
            List<String> path, JsonNode value, Labels labels, Language language, List<ClaimView> views) {
        if (value instanceof ObjectNode object && path.size() < ClaimPath.MAX_SEGMENTS) {
            object.properties().forEach(member -> {
                List<String> longer = new ArrayList<>(path);
                longer.add(member.getKey());
                add(longer, member.getValue(), labels, language, views);
            });
            return;
        }
        ClaimPath claim = ClaimPath.of(path);
        List<Value> values = value.isArray()
                ? value.valueStream().map(element -> value(element, language)).toList()
                : List.of(value(value, language));
        views.add(new ClaimView(claim, name(claim, labels, language), values));
    }

    /** The name for the path; else for what it is part of, with the rest of the path. */
    static Label name(ClaimPath path, Labels labels, Language language) {
        List<String> segments = path.members();
        for (int length = segments.size(); length > 0; length--) {
            var label = labels.claim(language, ClaimPath.of(segments.subList(0, length)));
            if (label.isPresent()) {
                String rest = segments.subList(length, segments.size()).stream()
                        .map(segment -> " · " + segment)
                        .collect(Collectors.joining());
                return new Label(label.get().text() + rest, label.get().lang());
            }
        }
        return NameLanguages.label(path, labels, language).orElseGet(() -> new Label(path.toString(), ""));
    }

    private static Value value(JsonNode value, Language language) {
        if (value instanceof ObjectNode object) {
            Optional<Value> name = NameElement.read(object, language);
            if (name.isPresent()) {
                return name.get();
            }
            String text = object.properties().stream()
                    .filter(member ->
                            !member.getKey().equals("lang") && member.getValue().isValueNode())
                    .map(member -> member.getValue().asString(""))
                    .collect(Collectors.joining(" "));
            return new Value(text, new Label("", object.path("lang").asString("")).lang(), false, List.of());
        }
        return Value.plain(value.isValueNode() ? value.asString("") : value.toString());
    }
}
