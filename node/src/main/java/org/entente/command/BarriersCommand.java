package org.entente.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.barrier.Answers;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.Wording.Tongue;
import org.entente.names.barrier.door.Description;
import org.entente.names.barrier.door.FormDoor;
import org.entente.names.barrier.door.HttpDoor;
import org.entente.names.barrier.door.InstalledChromium;
import org.entente.names.barrier.door.JdbcDoor;
import org.entente.names.barrier.door.Pace;
import org.entente.names.barrier.door.ProbeFile;
import org.entente.names.barrier.door.ReturnedFile;
import org.entente.names.barrier.door.Table;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.DoorFailed;
import org.entente.names.barrier.probe.Interview;
import org.entente.names.barrier.report.ReportCsv;
import org.entente.names.barrier.report.ReportHtml;
import org.entente.names.barrier.report.ReportJson;
import org.entente.names.barrier.report.RollUp;
import org.entente.names.barrier.source.SourceTree;

/**
 * {@code ./entente names audit …}: looks in one system for the barriers of the catalogue, and writes down what it saw. Ends
 * with 0 when it found none, with 1 when it found one or could not look.
 */
final class BarriersCommand {
    private static final String OWNED = "--i-own-this-system";
    private static final Path CHROMIUM = variable("ENTENTE_CHROMIUM").isEmpty()
            ? InstalledChromium.program()
            : Path.of(variable("ENTENTE_CHROMIUM"));

    private final Words words;
    private final PrintStream out;
    private final BarriersWording wording;
    private final InstantSource clock;

    private BarriersCommand(Words words, PrintStream out, BarriersWording wording, InstantSource clock) {
        this.words = words;
        this.out = out;
        this.wording = wording;
        this.clock = clock;
    }

    static int run(Words words, PrintStream out, InstantSource clock) {
        BarriersWording wording = BarriersWording.of(words.option("--lang", "en"));
        if (words.has("--help") || words.has("-h")) {
            out.print(wording.say("help"));
            return 0;
        }
        try {
            return new BarriersCommand(words, out, wording, clock).answer(words.next(wording.say("what")));
        } catch (DoorFailed e) {
            out.println(wording.say(e.wording()));
            return 1;
        } catch (FileSystemException e) {
            throw new NotUnderstood(wording.say("file", e.getFile()));
        } catch (IOException | IllegalArgumentException e) {
            throw new NotUnderstood(wording.say("unreadable", String.valueOf(e.getMessage())));
        }
    }

    private int answer(String what) throws IOException {
        return switch (what) {
            case "help" -> print(wording.say("help"));
            case "schema" -> print(ReportJson.schema());
            case "catalogue" -> catalogue();
            case "source" -> source(Path.of(words.next(wording.say("folder"))));
            case "csv" -> csv();
            case "form", "openapi" -> web(what, Path.of(words.next(wording.say("description"))));
            case "jdbc" -> database(Path.of(words.next(wording.say("description"))));
            case "rollup" -> rollUp();
            default -> throw new NotUnderstood(wording.say("unknown", what));
        };
    }

    private int print(String text) {
        words.requireAllUsed();
        out.print(text);
        return 0;
    }

    private int catalogue() {
        if (words.has("--json")) {
            return print(Catalogue.resource("catalogue.json"));
        }
        words.requireAllUsed();
        Catalogue.standard()
                .barriers()
                .forEach(barrier ->
                        out.println(barrier.id() + "\t" + barrier.severity() + "\t" + wording.say(barrier.title())));
        Catalogue.standard()
                .questions()
                .forEach(question -> out.println(question.id() + "\t–\t" + wording.say(question.title())));
        return 0;
    }

    private int source(Path folder) throws IOException {
        String list = words.option("--accepted", "");
        String system = words.option("--system", String.valueOf(folder.getFileName()));
        Map<String, String> accepted =
                list.isEmpty() ? Map.of() : SourceTree.accepted(Files.readAllLines(Path.of(list)));
        Ordered ordered = ordered();
        out.println(wording.say("reading", folder));
        return report(system, "source", new SourceTree(folder, accepted).look(), ordered);
    }

    private int csv() throws IOException {
        String what = words.next(wording.say("csv"));
        Path file = Path.of(words.next(wording.say("csv.file")));
        if (what.equals("write")) {
            words.requireAllUsed();
            Files.writeString(file, ProbeFile.write());
            out.println(wording.say("csv.written", file));
            return 0;
        }
        String system = words.option("--system", String.valueOf(file.getFileName()));
        Ordered ordered = ordered();
        try (Door door = ReturnedFile.read(Files.readAllBytes(file))) {
            return report(system, "csv", interview(Set.of()).at(door), ordered);
        }
    }

    private int web(String target, Path file) throws IOException {
        Description description = Description.read(Files.readString(file));
        int rate = words.number("--rate", Pace.USUAL);
        Set<String> only = only();
        Ordered ordered = ordered();
        out.println(wording.say("trying", description.origin(), rate));
        try (Door door = target.equals("form")
                ? FormDoor.open(description, new Pace(rate), CHROMIUM, BarriersCommand::variable)
                : new HttpDoor(description, new Pace(rate), BarriersCommand::variable, YamlDocument::read)) {
            return report(description.system(), target, interview(only).at(door), ordered);
        }
    }

    private int database(Path file) throws IOException {
        Table table = Table.read(Files.readString(file));
        int rate = words.number("--rate", Pace.USUAL);
        String driver = words.option("--driver", "");
        Set<String> only = only();
        Ordered ordered = ordered();
        out.println(wording.say("trying", table.name(), rate));
        try (Door door =
                JdbcDoor.open(table.connect(driver, variable("ENTENTE_AUDIT_PASSWORD")), table, new Pace(rate))) {
            return report(table.system(), "jdbc", interview(only).at(door), ordered);
        }
    }

    private Set<String> only() {
        String only = words.option("--only", "");
        Set<String> ids = only.isEmpty() ? Set.of() : Set.of(only.split(","));
        ids.forEach(Catalogue.standard()::barrier);
        return ids;
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    private Interview interview(Set<String> only) {
        return new Interview(
                only,
                id -> out.println(
                        id + "  " + wording.say(Catalogue.standard().barrier(id).title())));
    }

    private int rollUp() throws IOException {
        Path folder = Path.of(words.option("--out", "."));
        List<AuditReport> reports = new ArrayList<>();
        for (String file : words.files(1, RollUp.MOST)) {
            reports.add(ReportJson.read(Files.readString(Path.of(file))));
        }
        RollUp rollUp = new RollUp(reports);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("rollup.csv"), rollUp.csv());
        for (Tongue tongue : Tongue.values()) {
            Files.writeString(
                    folder.resolve("rollup." + tongue.code() + ".html"), new ReportHtml(tongue).write(rollUp));
        }
        out.println(wording.say("rolled-up", rollUp.systems().size(), folder));
        return 0;
    }

    /** Where reports go, and what people answered. Only whoever answers for a system has it audited. */
    private record Ordered(Path folder, Map<String, Finding.Answer> answers) {}

    private Ordered ordered() throws IOException {
        String answers = words.option("--answers", "");
        Path folder = Path.of(words.option("--out", "barriers"));
        boolean owned = words.has(OWNED);
        words.requireAllUsed();
        if (!owned) {
            throw new NotUnderstood(wording.say("owned", OWNED));
        }
        return new Ordered(folder, answers.isEmpty() ? Map.of() : Answers.read(Files.readString(Path.of(answers))));
    }

    private int report(String system, String target, Map<String, Finding> found, Ordered ordered) throws IOException {
        AuditReport report = AuditReport.of(
                system, target, clock.instant().truncatedTo(ChronoUnit.SECONDS), found, ordered.answers());
        Path folder = Files.createDirectories(ordered.folder());
        Files.writeString(folder.resolve("report.json"), ReportJson.write(report));
        Files.writeString(folder.resolve("report.csv"), ReportCsv.write(report));
        for (Tongue tongue : Tongue.values()) {
            Files.writeString(
                    folder.resolve("report." + tongue.code() + ".html"), new ReportHtml(tongue).write(report));
        }
        report.findings().forEach((id, finding) -> {
            if (finding instanceof Finding.Found(var evidence)) {
                Wording title = Catalogue.standard().barrier(id).title();
                out.println(wording.say("found", id, wording.say(title), evidence.size()));
            }
        });
        out.println(wording.say(
                "summary",
                report.count(Finding.Kind.FOUND),
                report.count(Finding.Kind.NOT_FOUND),
                report.count(Finding.Kind.NOT_APPLICABLE),
                report.count(Finding.Kind.ASKED),
                folder));
        return report.count(Finding.Kind.FOUND) == 0 ? 0 : 1;
    }
}
