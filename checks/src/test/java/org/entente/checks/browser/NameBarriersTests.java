package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.entente.command.Main;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.door.Description;
import org.entente.names.barrier.door.FormDoor;
import org.entente.names.barrier.door.InstalledChromium;
import org.entente.names.barrier.door.Pace;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.Interview;
import org.entente.names.barrier.report.ReportJson;
import org.entente.node.TestNode;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit goes through the form in which a person records a name, as far as the page that shows it before it is kept. */
@InCountry
class NameBarriersTests {
    /** All that can be seen of a form and of the page that comes after it. */
    private static final List<String> AT_THE_FORM = List.of(
            "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B12", "B13", "B14", "B15",
            "B16", "B17", "B18", "B20", "B21", "B22", "B24", "B26", "B38", "B39", "B40", "B41", "B42", "B48", "B49",
            "B55");

    private final Country country;

    NameBarriersTests(Country country, Chromium chromium) {
        this.country = country;
        assertThat(chromium.browser().isConnected()).isTrue();
    }

    @Test
    void a_form_for_names_has_no_barrier() {
        TestNode node = country.quebec();
        TestBrowser resident = country.signedIn(node);
        Description form = Description.read(described(node));
        Map<String, Finding> findings;
        try (Door door = FormDoor.open(
                form, new Pace(Pace.FASTEST), InstalledChromium.program(), name -> "entente=" + resident.cookie())) {
            findings = new TreeMap<>(new Interview(Set.of(), id -> {}).at(door));
        }

        assertThat(findings.entrySet().stream().filter(row -> row.getValue() instanceof Finding.Found))
                .isEmpty();
        findings.values().removeIf(finding -> !(finding instanceof Finding.NotFound));
        assertThat(findings.keySet()).as("looked for, and not there").containsAll(AT_THE_FORM);
    }

    /** As an officer records and looks: the form, the page between, the search that is sent and not addressed. */
    @Test
    void neither_has_the_search_of_officers() {
        TestNode node = country.quebec();
        TestBrowser officer = new TestBrowser(node).signIn(country.mailbox(), Country.OFFICER);
        Map<String, Finding> byName = searched(node, officer, "h1 .name", Set.of("B27", "B32"));
        // A file has one number for all its names: only a search by it can be tried so.
        Map<String, Finding> byNumber = searched(node, officer, ".file-number", Set.of("B54"));

        assertThat(List.of(byName.get("B27"), byName.get("B32"), byNumber.get("B54")))
                .allMatch(Finding.NotFound.class::isInstance);
        assertThat(byNumber.get("B54"))
                .isInstanceOfSatisfying(
                        Finding.NotFound.class,
                        row -> assertThat(row.tested().en())
                                .startsWith("Tried: character picker · search by number · ")
                                .doesNotContain("not tried"));
    }

    private static Map<String, Finding> searched(
            TestNode node, TestBrowser officer, String accepted, Set<String> rows) {
        try (Door door = FormDoor.open(
                Description.read(described(node, accepted)),
                new Pace(Pace.FASTEST),
                InstalledChromium.program(),
                name -> "entente=" + officer.cookie())) {
            return new TreeMap<>(new Interview(rows, id -> {}).at(door));
        }
    }

    @Test
    void the_command_line_goes_through_the_same_form(@TempDir Path folder) throws Exception {
        TestNode node = country.quebec();
        Path form = Files.writeString(folder.resolve("form.json"), described(node));
        ProcessBuilder command = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dfile.encoding=" + StandardCharsets.UTF_8,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "names",
                        "audit",
                        "form",
                        form.toString(),
                        "--i-own-this-system",
                        "--only",
                        "B01,B07,B09",
                        "--out",
                        folder.resolve("reports").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        command.environment().put("SESSION", "entente=" + country.signedIn(node).cookie());
        Process audit = command.start();
        try {
            assertThat(audit.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            audit.destroy();
        }

        assertThat(audit.exitValue())
                .as(Files.readString(folder.resolve("said.txt")))
                .isZero();
        AuditReport report = ReportJson.read(Files.readString(folder.resolve("reports/report.json")));
        assertThat(report.target()).isEqualTo("form");
        assertThat(report.findings().get("B07")).isInstanceOf(Finding.NotFound.class);
    }

    private static String described(TestNode node, String accepted) {
        String field = accepted.equals(".file-number") ? "number" : "name";
        return """
                {"system": "ours", "origin": "%s", "headers": {"Cookie": "$SESSION"},
                 "register": {"address": "/en/names", "begin": "form[action$='/names/drafts'] button", "full": "#field-full",
                              "submit": "main form button.button[value=continue]",
                              "confirm": "main form[action$='/check'] .button", "accepted": "%s",
                              "writing": {"field": "#field-writing", "value": "entente:iu-latn-draft"},
                              "respelling": "#field-respelling"},
                 "outputs": [],
                 "search": {"address": "/en/officers/names", "field": "#field-%s", "submit": "main form > .button",
                            "selector": "tbody th .name"},
                 "clerk": "/en/officers/names?orthography=entente:iu-cans-draft",
                 "said": {"address": "", "selector": "tbody q"}}
                """.formatted(node.origin(), accepted, field);
    }

    private static String described(TestNode node) {
        return """
                {"system": "ours", "origin": "%s", "headers": {"Cookie": "$SESSION"},
                 "register": {"address": "/en/names", "begin": "form[action$='/names/drafts'] button", "full": "#field-full",
                              "given": "#field-given", "writing": {"field": "#field-writing", "value": "entente:iu-latn-draft"},
                              "submit": "main form button.button[value=continue]", "accepted": "p.shown"},
                 "outputs": [{"name": "check", "kind": "data", "address": "", "selector": "p.shown .name"},
                             {"name": "check", "kind": "shown", "address": "", "selector": "p.shown .name"}]}
                """.formatted(node.origin());
    }
}
