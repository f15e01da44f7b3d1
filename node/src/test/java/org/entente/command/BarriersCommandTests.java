package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.door.Pace;
import org.entente.names.barrier.report.ReportJson;
import org.entente.names.barrier.source.SourceTree;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarriersCommandTests {
    @TempDir
    Path folder;

    private int ending;

    @Test
    void audits_a_source_tree_into_three_kinds_of_report() throws IOException {
        Path source = Files.createDirectories(folder.resolve("registry"));
        Files.writeString(source.resolve("a.sql"), "select initcap(last_name) from person\n");
        Path answers = Files.writeString(
                folder.resolve("answers.json"), "{\"P02\":{\"says\":\"yes\",\"evidence\":\"the act\"}}");
        Path reports = folder.resolve("reports");

        assertThat(said("source", source, "--i-own-this-system", "--answers", answers, "--out", reports))
                .contains("! B26  Capitals are put at the beginning of words  (1 piece of evidence)", "1 found");
        assertThat(ending).isEqualTo(1);
        AuditReport report = ReportJson.read(Files.readString(reports.resolve("report.json")));
        assertThat(report.system()).isEqualTo("registry");
        assertThat(report.at()).isEqualTo(Instant.EPOCH);
        assertThat(report.count(Finding.Kind.ASKED)).isEqualTo(14);
        assertThat(Files.readString(reports.resolve("report.csv"))).contains("yes: the act");
        assertThat(Files.readString(reports.resolve("report.fr.html"))).contains("Obstacles aux noms");
        assertThat(Files.readString(reports.resolve("report.en.html"))).contains("Barriers to names");

        assertThat(said("rollup", reports.resolve("report.json"), "--out", reports))
                .contains("1 system in");
        assertThat(reports.resolve("rollup.csv")).exists();
        assertThat(reports.resolve("rollup.fr.html")).exists();
    }

    @Test
    void writes_the_file_of_probes_and_reads_it_back() {
        Path probes = folder.resolve("probes.csv");

        assertThat(said("csv", "write", probes, "--lang", "fr")).contains("Les sondes sont dans");
        assertThat(said("csv", "read", probes, "--i-own-this-system", "--out", folder.resolve("r")))
                .contains("B07  The glottal stop is replaced or dropped", "0 found");
        assertThat(ending).isZero();
    }

    @Test
    void audits_a_service_that_takes_and_gives_json() throws IOException {
        HttpServer server = cuttingAtTwenty();
        server.start();
        try {
            Path described = Files.writeString(folder.resolve("service.json"), """
                    {"system": "payroll", "origin": "http://localhost:%d",
                     "register": {"address": "/persons", "body": {"name": "{full}"}, "reference": "/id"},
                     "outputs": [{"name": "record", "kind": "data", "address": "/persons/{ref}", "pointer": "/name"}]}
                    """.formatted(
                            server.getAddress().getPort()));

            assertThat(said(
                            "openapi",
                            described,
                            "--i-own-this-system",
                            "--only",
                            "B01,B07,B22",
                            "--rate",
                            Pace.FASTEST,
                            "--out",
                            folder.resolve("r")))
                    .contains("! B22")
                    .doesNotContain("! B01");
            assertThat(ending).isEqualTo(1);
            assertThat(ReportJson.read(Files.readString(folder.resolve("r/report.json")))
                            .target())
                    .isEqualTo("openapi");
        } finally {
            server.stop(0);
        }
        assertThat(said("openapi", folder.resolve("service.json"), "--i-own-this-system", "--rate", Pace.FASTEST))
                .as("nobody is there any more")
                .contains("localhost");
        assertThat(ending).isEqualTo(1);
    }

    /** A service that keeps twenty characters of a name. */
    private static HttpServer cuttingAtTwenty() throws IOException {
        List<String> kept = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/persons", exchange -> {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                String name = Json.object(sent).path("name").stringValue();
                kept.add(name.substring(0, Math.min(20, name.length())));
                answer(exchange, "{\"id\": \"" + (kept.size() - 1) + "\"}");
            } else {
                String id = exchange.getRequestURI().getPath().substring("/persons/".length());
                answer(exchange, Json.write(Json.newObject().put("name", kept.get(Integer.parseInt(id)))));
            }
        });
        return server;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void audits_nothing_that_nobody_answers_for() {
        for (List<Object> command : List.<List<Object>>of(
                List.of("source", folder, "--out", folder.resolve("r")),
                List.of("csv", "read", folder.resolve("x.csv"), "--lang", "fr"))) {
            assertThatExceptionOfType(NotUnderstood.class)
                    .isThrownBy(() -> said(command.toArray()))
                    .withMessageContaining("--i-own-this-system");
        }
        assertThat(folder.resolve("r")).doesNotExist();
    }

    @Test
    void says_what_is_wrong_in_both_languages() {
        Path none = folder.resolve("none.csv");
        assertThatExceptionOfType(NotUnderstood.class)
                .isThrownBy(() -> said("csv", "read", none, "--i-own-this-system", "--lang", "fr"))
                .withMessageContaining("ne peut être lu");
        assertThatExceptionOfType(NotUnderstood.class)
                .isThrownBy(() -> said("rollup", none))
                .withMessageContaining("cannot be read");
        assertThatExceptionOfType(NotUnderstood.class)
                .isThrownBy(() -> said("nothing"))
                .withMessageContaining("names audit nothing");
        assertThatExceptionOfType(NotUnderstood.class)
                .isThrownBy(() -> said("source", folder, "--i-own-this-system", "--what"))
                .withMessageContaining("--what");
    }

    @Test
    void helps_in_both_languages() {
        assertThat(said("help")).contains("Probes are names of places");
        assertThat(said("source", "--help", "--lang", "fr")).contains("Les sondes sont des noms de lieux");
        assertThat(said("catalogue", "--lang", "fr").lines()).hasSize(69);
        assertThat(said("catalogue", "--json")).isEqualTo(Catalogue.resource("catalogue.json"));
        assertThat(said("schema")).contains("entente-name-barriers-1");
    }

    /** What looks like a barrier in our own tree is the catalogue of them. */
    @Test
    void our_own_sources_have_no_barrier() throws IOException {
        for (String module : List.of("names", "protocols", "node")) {
            Path tree = Path.of("..", module, "src", "main");
            Map<String, String> accepted = SourceTree.accepted(Files.readAllLines(
                    Path.of("..", "names", "src", "main", "resources/org/entente/names/barrier/accepted-here.txt")));

            assertThat(new SourceTree(tree, accepted).look())
                    .allSatisfy((id, finding) -> assertThat(finding).isInstanceOf(Finding.NotFound.class));
        }
    }

    private String said(Object... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> line = new ArrayList<>(List.of("names", "audit"));
        for (Object word : words) {
            line.add(word.toString());
        }
        Words all = new Words(line);
        assertThat(all.next("audit")).isEqualTo("audit");
        ending = BarriersCommand.run(
                all, new PrintStream(bytes, true, StandardCharsets.UTF_8), InstantSource.fixed(Instant.EPOCH));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
