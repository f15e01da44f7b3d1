package org.entente.node.wallet.attestations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.kernel.Language;
import org.entente.node.wallet.attestations.ClaimView.Detail.Of;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An element of a claim about names: a name in its language, how it is said, or its form for a system that cannot write it.
 * What else it says is said in words where it is a code that the wallet knows, and shown as it stands where it is another.
 */
final class NameElement {
    /** The tag of what is in no language (ISO 639-2), as a form for a system that cannot write the name. */
    private static final String NO_LANGUAGE = "zxx";

    /** Codes of the library of names, and whose word a name is. */
    private static final Map<String, Set<String>> CODES = Map.of(
            "kind", Set.of("legal", "registered", "reclaimed", "traditional", "used"),
            "relation", Set.of("same-name-other-script", "same-name-other-spelling", "translation"),
            "asserted_by", Set.of("person"),
            "channel",
                    Set.of(
                            "icao-mrz-td3",
                            "icao-mrz-td1",
                            "latin1-150",
                            "ascii-40",
                            "iso18013-family-name",
                            "iso18013-given-name"),
            "method", Set.of("person-chosen", "profile", "agency", "icao-table", "unchanged"));

    /** Parts of the name, in its language. */
    private static final Set<String> PARTS = Set.of("given_name", "family_name");

    /** Members with a text that is in no language of people's. */
    private static final Map<String, String> SIGNS = Map.of("orthography", NO_LANGUAGE, "ipa", "und-fonipa");

    private static final String RESPELLING = "respelling";

    /** A recording is not in the attestation; that there is one is said once. */
    private static final String RECORDING = "audio_sha256";

    private static final Set<String> SAID_OTHERWISE = Set.of("full", "value", "lang", "respelling_lang", "audio_type");
    private static final String WORDS = "wallet.name.";

    private NameElement() {}

    /** The value to be shown; none where this is no such element. */
    static Optional<ClaimView.Value> read(ObjectNode element, Language language) {
        JsonNode text = element.path(element.has("channel") ? "value" : "full");
        if (!text.isString()) {
            return Optional.empty();
        }
        String lang = lang(element, "lang");
        List<ClaimView.Detail> details = new ArrayList<>();
        inWords(lang, language).ifPresent(words -> details.add(new ClaimView.Detail(WORDS + "lang", words)));
        if (element.has("channel") && element.path("full").isString()) {
            String of = new Label(element.path("full").asString(""), "").text();
            details.add(new ClaimView.Detail(WORDS + "of", of, Of.NAME, lang));
        }
        element.properties().forEach(member -> {
            if (!SAID_OTHERWISE.contains(member.getKey()) && member.getValue().isValueNode()) {
                details.add(detail(member.getKey(), member.getValue().asString(""), element));
            }
        });
        return Optional.of(
                new ClaimView.Value(text.asString(""), element.has("channel") ? NO_LANGUAGE : lang, true, details));
    }

    /** A language and its script in words of the reader's; none where there are none but the code. */
    static Optional<String> inWords(String lang, Language reader) {
        Locale named = Locale.forLanguageTag(lang);
        Locale in = Locale.forLanguageTag(reader.code());
        String language = named.getDisplayLanguage(in);
        if (language.isEmpty()
                || language.equals(named.getLanguage())
                || named.getLanguage().equals("und")) {
            return Optional.empty();
        }
        String script = named.getDisplayScript(in);
        return Optional.of(script.isEmpty() ? language : language + ", " + script);
    }

    private static ClaimView.Detail detail(String member, String value, ObjectNode element) {
        if (CODES.getOrDefault(member, Set.of()).contains(value)) {
            return new ClaimView.Detail(WORDS + member + "." + value, "");
        }
        if (member.equals(RECORDING)) {
            return new ClaimView.Detail(WORDS + "recording", "");
        }
        String shown = new Label(value, "").text();
        if (PARTS.contains(member)) {
            return new ClaimView.Detail(WORDS + member, shown, Of.NAME, lang(element, "lang"));
        }
        if (member.equals(RESPELLING)) {
            return new ClaimView.Detail(WORDS + member, shown, Of.QUOTE, lang(element, "respelling_lang"));
        }
        String signs = SIGNS.get(member);
        return signs == null
                ? new ClaimView.Detail("", shown)
                : new ClaimView.Detail(WORDS + member, shown, Of.QUOTE, signs);
    }

    private static String lang(ObjectNode element, String member) {
        return new Label("", element.path(member).asString("")).lang();
    }
}
