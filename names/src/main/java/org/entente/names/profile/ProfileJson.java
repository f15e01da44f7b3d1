package org.entente.names.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/**
 * A profile as a JSON document.
 *
 * <pre>{@code
 * {"id": "entente:str-draft", "version": "1", "name": "SENĆOŦEN", "bcp47": "str", "script": "Latn",
 *  "casing": "capitals-only", "alphabet": ["A", "Á", "Ⱥ", …], "variants": {"ch": ["Ch"]},
 *  "confusables": {"K̲": "Ḵ"}, "ignored": ["-"], "romanisations": [{"into": "und-Latn", "signs": {"Ŧ": ["th"]}}],
 *  "legacyRules": {"mrz": {}, "latin1": {}, "ascii": {}}, "fonts": ["BC Sans"], "pronunciation": {"g2p": "str"},
 *  "authority": {"name": "", "source": "…", "licence": "Apache-2.0"}, "status": "draft"}
 * }</pre>
 */
public final class ProfileJson {
    private ProfileJson() {}

    /**
     * Reads a profile.
     *
     * @throws IllegalArgumentException when it is not one; the message says what is wrong
     */
    public static Profile read(String json) {
        return read(Json.read(json));
    }

    /** Writes a profile in canonical form (RFC 8785): the same profile is always the same text. */
    public static String write(Profile profile) {
        return Json.canonical(value(profile));
    }

    static Profile read(Object value) {
        JsonMembers in = JsonMembers.of(value)
                .requireOnly(
                        "id",
                        "version",
                        "name",
                        "bcp47",
                        "script",
                        "casing",
                        "alphabet",
                        "variants",
                        "confusables",
                        "ignored",
                        "romanisations",
                        "legacyRules",
                        "fonts",
                        "pronunciation",
                        "authority",
                        "status");
        return new Profile(
                in.text("id"),
                in.text("version"),
                in.text("name"),
                in.text("bcp47"),
                in.text("script"),
                Casing.of(in.text("casing")),
                in.texts("alphabet"),
                in.map("variants", JsonMembers::asTexts),
                in.map("confusables", meant -> JsonMembers.asText("confusables", meant)),
                in.texts("ignored"),
                in.list("romanisations", ProfileJson::romanisation),
                in.object("legacyRules").map(ProfileJson::legacyRules).orElse(LegacyRules.NONE),
                in.texts("fonts"),
                in.object("pronunciation").map(ProfileJson::pronunciation).orElse(Pronunciation.UNKNOWN),
                in.object("authority")
                        .map(ProfileJson::authority)
                        .orElseThrow(() -> new IllegalArgumentException("missing: authority")),
                Status.of(in.text("status")));
    }

    private static Romanisation romanisation(Object value) {
        JsonMembers in = JsonMembers.of(value).requireOnly("into", "signs");
        return new Romanisation(in.text("into"), in.map("signs", JsonMembers::asTexts));
    }

    private static LegacyRules legacyRules(JsonMembers in) {
        in.requireOnly("mrz", "latin1", "ascii");
        return new LegacyRules(rules(in, "mrz"), rules(in, "latin1"), rules(in, "ascii"));
    }

    private static Map<String, String> rules(JsonMembers in, String name) {
        return in.map(name, rule -> JsonMembers.asText(name, rule));
    }

    private static Pronunciation pronunciation(JsonMembers in) {
        in.requireOnly("g2p", "voice");
        return new Pronunciation(
                in.optionalText("g2p").orElse(""), in.optionalText("voice").orElse(""));
    }

    private static Authority authority(JsonMembers in) {
        in.requireOnly("name", "source", "licence");
        return new Authority(in.optionalText("name").orElse(""), in.text("source"), in.text("licence"));
    }

    static Map<String, Object> value(Profile profile) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", profile.id());
        out.put("version", profile.version());
        out.put("name", profile.name());
        out.put("bcp47", profile.bcp47());
        out.put("script", profile.script());
        out.put("casing", profile.casing().code());
        out.put("alphabet", profile.alphabet());
        out.put("variants", profile.variants());
        out.put("confusables", profile.confusables());
        out.put("ignored", profile.ignored());
        out.put(
                "romanisations",
                profile.romanisations().stream().map(ProfileJson::value).toList());
        LegacyRules rules = profile.legacyRules();
        out.put("legacyRules", Map.of("mrz", rules.mrz(), "latin1", rules.latin1(), "ascii", rules.ascii()));
        out.put("fonts", profile.fonts());
        Pronunciation said = profile.pronunciation();
        out.put("pronunciation", Map.of("g2p", said.g2p(), "voice", said.voice()));
        Authority authority = profile.authority();
        out.put(
                "authority",
                Map.of("name", authority.name(), "source", authority.source(), "licence", authority.licence()));
        out.put("status", profile.status().code());
        return out;
    }

    private static Map<String, Object> value(Romanisation romanisation) {
        return Map.of("into", romanisation.into(), "signs", romanisation.signs());
    }
}
