package org.entente.node.names;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.names.barrier.probe.Output;
import org.entente.names.profile.CsvTable;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;

/** What the files say that a person takes away, of the name that they show, as the audit's own door reads them. */
final class OwnFiles {
    private static final Map<String, String> HEADINGS =
            Map.of(OwnDoor.FULL, "Whole name", "given", "Given names", "family", "Family name");

    private OwnFiles() {}

    /** The name that is shown, field by field; it comes first in each file. */
    static List<Output> outputs(TestPerson bearer, List<String> fields) {
        return fields.stream()
                .flatMap(field -> Stream.of(
                        OwnPages.output("csv " + field, Output.Kind.FILE, inCsv(bearer, field)),
                        OwnPages.output("json " + field, Output.Kind.FILE, inJson(bearer, field))))
                .toList();
    }

    /** Its form in ASCII, beside what an officer reads of it. */
    static List<Output> forms(TestPerson bearer, String officer) {
        return Stream.of(
                        Map.entry("officer", officer),
                        Map.entry("csv", ofForm(bearer)),
                        Map.entry("json", ofJsonForm(bearer)))
                .map(form ->
                        new Output(new Output.Outlet(form.getKey(), Output.Kind.CHANNEL, "ascii-40"), form.getValue()))
                .toList();
    }

    private static String inCsv(TestPerson bearer, String field) {
        return cell(bearer, HEADINGS.getOrDefault(field, field));
    }

    private static String ofForm(TestPerson bearer) {
        return cell(bearer, "Form for: Systems without accents (ASCII)");
    }

    private static String inJson(TestPerson bearer, String field) {
        JsonNode name = json(bearer);
        return field.equals(OwnDoor.FULL)
                ? name.path("full").stringValue()
                : name.path("parts")
                        .valueStream()
                        .filter(part -> part.path("role").stringValue().equals(field))
                        .map(part -> part.path("text").stringValue())
                        .findFirst()
                        .orElse("");
    }

    private static String ofJsonForm(TestPerson bearer) {
        return json(bearer)
                .path("forms")
                .valueStream()
                .filter(form -> form.path("channel").stringValue().equals("ascii-40"))
                .map(form -> form.path("value").stringValue())
                .findFirst()
                .orElse("");
    }

    private static JsonNode json(TestPerson bearer) {
        return Json.object(bearer.browser().getBytes("/en/names/names.json").body())
                .path("names")
                .path(0);
    }

    private static String cell(TestPerson bearer, String heading) {
        byte[] file = bearer.browser().getBytes("/en/names/names.csv").body();
        List<List<String>> rows = CsvTable.rows(new String(file, StandardCharsets.UTF_8).substring(1));
        return rows.get(1).get(rows.getFirst().indexOf(heading));
    }
}
