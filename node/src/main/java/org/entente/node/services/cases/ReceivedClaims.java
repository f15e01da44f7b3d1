package org.entente.node.services.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.kernel.Text;
import org.entente.node.services.cases.CaseView.Received;
import org.entente.node.verification.ClaimNames;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was received as lines to read: a list as its elements, an object as one line. Names stand in their language, as far as
 * what was received tells it: beside them, in the tag of {@code name#iu-Cans} (OpenID Connect Core §5.2), or beside the same
 * name in {@code ca_names}. What is said of a name, and its form for another system, stand by themselves. A part has the language of the name that it is a part of.
 */
final class ReceivedClaims {
    private static final String NAME = "name";
    private static final String NAMES = "ca_names";
    private static final Set<String> NAMED = Set.of(NAME, "given_name", "family_name");
    private static final Set<String> ABOUT_NAMES = Set.of("ca_name_pronunciation", "ca_name_legacy");

    /** Systems that every government knows, with the keys of what they are called. */
    private static final Map<String, String> CHANNELS = Map.of(
            "icao-mrz-td3", "names.channel.passport",
            "icao-mrz-td1", "names.channel.card",
            "latin1-150", "names.channel.latin1",
            "ascii-40", "names.channel.ascii");

    private static final Set<String> KINDS = Set.of("legal", "registered", "reclaimed", "traditional", "used");
    private static final String FULL = "full";
    private static final String LANG = "lang";
    private static final String ASSERTED = "asserted_by";
    private static final Set<String> UNLISTED = Set.of(LANG, ASSERTED);

    private final ObjectNode claims;
    private final Map<String, String> languages = new LinkedHashMap<>();
    private final List<Received> received = new ArrayList<>();

    private ReceivedClaims(ObjectNode claims) {
        this.claims = claims;
        claims.properties().forEach(claim -> {
            if (!tagOf(claim.getKey()).isEmpty()) {
                languages.put(claim.getValue().asString(""), tagOf(claim.getKey()));
            }
        });
        claims.path(NAMES)
                .forEach(name -> languages.put(
                        name.path(FULL).asString(""), tag(name.path(LANG).asString(""))));
    }

    /** The claims that were asked for, those of names by the languages that all of them tell. */
    static List<Received> of(ObjectNode claims, List<ClaimPath> asked) {
        ReceivedClaims reading = new ReceivedClaims(claims);
        asked.forEach(reading::add);
        return List.copyOf(reading.received);
    }

    private void add(ClaimPath claim) {
        add(claim.first(), ClaimNames.of(claim), claim.in(claims));
    }

    private void add(String claim, Text label, JsonNode value) {
        if (value.isArray()) {
            value.forEach(element -> add(claim, label, element));
        } else if (value instanceof ObjectNode object) {
            if (ABOUT_NAMES.contains(claim) && object.has(FULL)) {
                addSaid(label, object);
            } else {
                received.add(claim.equals(NAMES) && object.has(FULL) ? name(label, object) : line(label, object));
            }
        } else if (!value.isMissingNode()) {
            String text = value.asString("");
            received.add(
                    isName(claim)
                            ? new Received(label, text, language(claim, text), true, List.of())
                            : new Received(label, text, "", false, List.of()));
        }
    }

    private static Received name(Text label, ObjectNode element) {
        List<String> notes = new ArrayList<>();
        String kind = element.path("kind").asString("");
        if (KINDS.contains(kind)) {
            notes.add("names.kind.of." + kind);
        }
        notes.addAll(asserted(element));
        return new Received(
                label, element.path(FULL).asString(""), tag(element.path(LANG).asString("")), true, notes);
    }

    /** What is said of a name: it, its form for a system, and how it is said, each by itself in its language. */
    private void addSaid(Text label, ObjectNode element) {
        String full = element.path(FULL).asString("");
        received.add(new Received(label, full, languages.getOrDefault(full, ""), true, asserted(element)));
        String channel = CHANNELS.getOrDefault(element.path("channel").asString(""), "");
        List<String> notes = channel.isEmpty() ? List.of() : List.of(channel);
        addSaid(label, element.path("value"), "zxx", notes);
        addSaid(
                label,
                element.path("respelling"),
                tag(element.path("respelling_lang").asString("")),
                List.of());
        addSaid(label, element.path("ipa"), "und-fonipa", List.of());
    }

    private void addSaid(Text label, JsonNode text, String lang, List<String> notes) {
        if (text.isString()) {
            received.add(new Received(label, text.asString(""), lang, true, notes));
        }
    }

    private static Received line(Text label, ObjectNode object) {
        String line = object.properties().stream()
                .filter(member ->
                        !UNLISTED.contains(member.getKey()) && member.getValue().isValueNode())
                .map(member -> member.getValue().asString(""))
                .collect(Collectors.joining(", "));
        return new Received(label, line, tag(object.path(LANG).asString("")), false, asserted(object));
    }

    private static List<String> asserted(ObjectNode element) {
        return element.path(ASSERTED).asString("").equals("person") ? List.of("services.name.asserted") : List.of();
    }

    private String language(String claim, String text) {
        String own = tagOf(claim);
        return own.isEmpty() ? languages.getOrDefault(wholeOf(text), "") : own;
    }

    /** The name of which this is a part, between spaces, or which it is: the attested one before others; "" where there is none. */
    private String wholeOf(String part) {
        return Stream.concat(Stream.of(claims.path(NAME).asString("")), languages.keySet().stream())
                .filter(whole -> (" " + whole + " ").contains(" " + part + " "))
                .filter(languages::containsKey)
                .findFirst()
                .orElse("");
    }

    private static boolean isName(String claim) {
        return NAMED.contains(claim) || !tagOf(claim).isEmpty();
    }

    private static String tagOf(String claim) {
        int at = claim.indexOf('#');
        return at > 0 && NAMED.contains(claim.substring(0, at)) ? tag(claim.substring(at + 1)) : "";
    }

    private static String tag(String lang) {
        boolean wellFormed = lang.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");
        return wellFormed && !lang.equals("und") ? lang : "";
    }
}
