package org.entente.names.barrier.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.probe.DoorFailed;
import org.entente.names.json.Json;

/** The schemas of an OpenAPI document, as far as they are of people's names: what they would refuse before any program does. */
public final class NameSchemas {
    private static final Pattern NAME = Pattern.compile(
            "(?i)(full|given|first|family|last|middle|sur|legal|person)?_?-?(name|nom|pr[ée]nom|surname)s?");
    private static final Pattern PERSONAL =
            Pattern.compile("(?i)(given|first|family|last|sur)_?-?name|surname|pr[ée]nom");
    private static final int SHORTEST_LIMIT = 200;
    private static final Map<String, List<String>> PROBES = probes();

    private final Object document;
    private final Map<String, List<Evidence>> found = new LinkedHashMap<>();
    private int seen;
    private int parts;

    /** @throws DoorFailed when it is not JSON */
    public NameSchemas(String document) {
        try {
            this.document = Json.readForeign(document);
        } catch (IllegalArgumentException e) {
            throw new DoorFailed(Wording.of("no-document"));
        }
    }

    private static Map<String, List<String>> probes() {
        Map<String, List<String>> probes = new LinkedHashMap<>();
        probes.put("B01", List.of("Siksiká"));
        probes.put("B02", List.of("Łútsël Kʼé"));
        probes.put("B03", List.of("W̱SÁNEĆ", "ʔaq̓am"));
        probes.put("B04", List.of("a·", "¢", "₭", "k°"));
        probes.put("B05", List.of("Sḵwx̱wú7mesh", "W8banaki"));
        probes.put("B06", List.of("Stó:lō", "ȽÁU,WELṈEW̱"));
        probes.put("B08", List.of("iqaluit"));
        probes.put("B11", List.of("ᐊ"));
        probes.put("B13", List.of("səlilwətaɬ", "xʷməθkʷəy̓əm"));
        return probes;
    }

    /** What there is; nothing when no schema in the document is of a name. */
    public Map<String, Finding> look() {
        walk(document, "");
        Map<String, Finding> findings = new LinkedHashMap<>();
        if (seen > 0) {
            List<String> rows = new ArrayList<>(PROBES.keySet());
            rows.add("B12");
            if (parts > 0) {
                rows.add("B09");
            }
            rows.forEach(id -> findings.put(
                    id,
                    found.containsKey(id)
                            ? new Finding.Found(found.getOrDefault(id, List.of()))
                            : new Finding.NotFound(Wording.of("tested.schemas", seen))));
        }
        return findings;
    }

    private void walk(Object value, String path) {
        switch (value) {
            case Map<?, ?> members -> {
                if (members.get("properties") instanceof Map<?, ?> properties) {
                    schema(members, properties, path);
                }
                members.forEach((name, member) -> walk(member, path + "/" + name));
            }
            case List<?> elements -> elements.forEach(element -> walk(element, path));
            default -> {}
        }
    }

    private void schema(Map<?, ?> schema, Map<?, ?> properties, String path) {
        properties.forEach((name, property) -> {
            if (NAME.matcher(name.toString()).matches()
                    && isPersonal(name.toString(), properties)
                    && property instanceof Map<?, ?> rules) {
                seen++;
                parts += PERSONAL.matcher(name.toString()).matches() ? 1 : 0;
                name(rules, path + "/properties/" + name);
            }
        });
        if (schema.get("required") instanceof List<?> required) {
            List<String> personal = required.stream()
                    .map(Object::toString)
                    .filter(name -> PERSONAL.matcher(name).matches())
                    .toList();
            if (!personal.isEmpty() && properties.keySet().containsAll(personal)) {
                add("B09", path + "/required", String.join(", ", personal), Wording.of("required-parts"));
            }
        }
    }

    /** A property that is called only "name" is a person's where it stands beside a birth date or parts of a name. */
    private static boolean isPersonal(String name, Map<?, ?> siblings) {
        return !name.equals("name")
                || siblings.keySet().stream()
                        .anyMatch(other -> PERSONAL.matcher(other.toString()).matches()
                                || other.toString().matches("(?i)birth.?date|date.?of.?birth|ca_names"));
    }

    private void name(Map<?, ?> rules, String path) {
        if (rules.get("maxLength") instanceof Long most && most < SHORTEST_LIMIT) {
            add("B12", path + "/maxLength", "" + most, Wording.of("limit", most));
        }
        if (rules.get("minLength") instanceof Long least && least > 1) {
            add("B11", path + "/minLength", "" + least, Wording.of("limit", least));
        }
        if (rules.get("pattern") instanceof String pattern) {
            compiled(pattern)
                    .ifPresent(compiled -> PROBES.forEach((id, probes) -> probes.stream()
                            .filter(probe -> !compiled.matcher(probe).find())
                            .forEach(probe -> found.computeIfAbsent(id, row -> new ArrayList<>())
                                    .add(new Evidence(path, probe, "", Wording.of("pattern", pattern))))));
        }
    }

    private static Optional<Pattern> compiled(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern, Pattern.UNICODE_CASE));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private void add(String id, String where, String received, Wording said) {
        found.computeIfAbsent(id, row -> new ArrayList<>()).add(new Evidence(where, "", received, said));
    }
}
