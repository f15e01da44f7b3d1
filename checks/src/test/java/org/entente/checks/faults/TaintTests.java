package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.demo.DemoFailed;
import org.entente.demo.RegisterValues;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;

/**
 * Personal values that come in where they should not, at every address in every form, stand in nothing that is answered to
 * it, no error, page or address to go on to, in no figure that the node shows of itself, and in no log.
 */
@InProvinces
class TaintTests {
    private static final String NAME = "Tuktuyaaqtuuq Canari-8f3a1c";
    private static final String NUMBER = "KNRI77341902";
    private static final RegisterValues VALUES = RegisterValues.of(Set.of(NAME, NUMBER));
    private static final Path ROUTES = Path.of("..", "docs", "access.md");
    private static final Path TEMPLATES = Path.of("..", "node", "src", "main", "jte");
    private static final Pattern FIELD = Pattern.compile("\\bname ?= ?\"([a-z][A-Za-z0-9_-]*)\"");

    private static final String PAGES = "/{language}/";

    /** What would sign out whoever is to look at all the others, and takes nothing. */
    private static final Set<String> SIGNING_OUT = Set.of("/{language}/sign-out", "/{language}/account/places/end");

    private static final Pattern ROUTE = Pattern.compile("^\\| `([A-Z]+) (\\S+)` \\|");

    /** What an operator may read of a Spring application where it is exposed. */
    private static final List<String> FIGURES = List.of(
            "/actuator",
            "/actuator/health",
            "/actuator/info",
            "/actuator/metrics",
            "/actuator/prometheus",
            "/actuator/metrics/http.server.requests",
            "/actuator/httpexchanges",
            "/actuator/loggers",
            "/actuator/env",
            "/actuator/threaddump",
            "/actuator/heapdump",
            "/actuator/mappings");

    private static final int SIDE_BY_SIDE = 6;

    private final Provinces provinces;
    private final Searched searched;

    TaintTests(Provinces provinces) {
        this.provinces = provinces;
        this.searched = new Searched(VALUES, List.of(provinces.quebec(), provinces.columbia(), provinces.wallet()));
    }

    @Test
    void no_answer_no_figure_and_no_log_has_a_value_that_came_in_anywhere() throws IOException {
        Set<String> refused = ConcurrentHashMap.newKeySet();
        for (PairedNode node : List.of(provinces.quebec(), provinces.columbia(), provinces.wallet())) {
            String token = token(node.door());
            sideBySide(routes(), route -> {
                for (Answer answer : tainted(node.door(), token, route[0], route[1])) {
                    searched.require(answer, tainted(route[1]), route[0] + " " + route[1] + " at " + node.origin());
                    if (answer.status() >= 400) {
                        refused.add(route[0] + " " + route[1]);
                    }
                }
            });
            assertThat(exposed(node)).containsExactlyInAnyOrder("/actuator", "/actuator/health");
            searched.requireLogs(node);
        }
        requireCrossings();
        assertThat(refused).as("routes that refused").hasSizeGreaterThan(100);
        assertThat(refused).filteredOn(route -> route.startsWith("DELETE")).hasSizeGreaterThan(2);
    }

    @Test
    void neither_has_a_page_that_refuses_somebody_who_is_signed_in() throws IOException {
        PairedNode quebec = provinces.quebec();
        String somebody = "taint-" + System.nanoTime() + "@example.ca";
        assertThat(refusedTo(somebody, quebec))
                .as("pages that refused a resident")
                .hasSizeGreaterThan(90);
        assertThat(refusedTo("agente@quebec.example", quebec))
                .as("pages that refused an officer")
                .hasSizeGreaterThan(80);
        assertThat(refusedTo(somebody, provinces.wallet()))
                .as("pages that refused a holder")
                .hasSizeGreaterThan(80);
        searched.requireLogs(quebec);
        searched.requireLogs(provinces.wallet());
        requireCrossings();
    }

    /** After all that was refused: nothing of it stands at the frontier of either government. */
    private void requireCrossings() {
        for (PairedNode node : List.of(provinces.quebec(), provinces.columbia())) {
            searched.requireCrossings(node, token(node.door()));
        }
    }

    /** The pages that refused somebody who is signed in and sends every form with the values in each of its fields. */
    private Set<String> refusedTo(String email, PairedNode node) throws IOException {
        Person person = new Person(node.door()).signIn(provinces.mailbox(), email);
        Map<String, String> fields = fields();
        Set<String> refused = ConcurrentHashMap.newKeySet();
        List<String[]> pages = routes().stream()
                .filter(route -> route[1].startsWith(PAGES) && !SIGNING_OUT.contains(route[1]))
                .toList();
        sideBySide(pages, route -> {
            String path = tainted(route[1]);
            Answer answer = route[0].equals("POST") ? person.post(path, fields) : person.get(path);
            searched.require(answer, path, route[0] + " " + route[1] + " to " + email);
            if (answer.status() >= 400) {
                refused.add(route[0] + " " + route[1]);
            }
        });
        person.get("/fr/account").expect(200);
        return refused;
    }

    /** A few requests at a time: neither a node nor its machine waits for the other. */
    private static void sideBySide(List<String[]> routes, Consumer<String[]> ask) {
        try (ExecutorService some = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<CompletableFuture<String>> asked = routes.stream()
                    .map(route -> CompletableFuture.runAsync(() -> ask.accept(route), some)
                            .handle((done, failed) -> failed == null ? "" : failed.toString()))
                    .toList();
            assertThat(asked.stream().map(CompletableFuture::join)).containsOnly("");
        }
    }

    /** The fields of all forms, as their templates name them. */
    private static Map<String, String> fields() throws IOException {
        Map<String, String> fields = new TreeMap<>();
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                FIELD.matcher(Files.readString(template))
                        .results()
                        .map(field -> field.group(1))
                        .forEach(name -> fields.put(name, name.length() % 2 == 0 ? NAME : NUMBER));
            }
        }
        assertThat(fields).hasSizeGreaterThan(40);
        return fields;
    }

    @Test
    void it_would_be_found() {
        String answer = "{\"detail\":\"no record " + URLEncoder.encode(NAME, StandardCharsets.UTF_8) + "\"}";
        assertThatThrownBy(() -> VALUES.requireAbsent(answer.getBytes(StandardCharsets.UTF_8), "an answer"))
                .isInstanceOf(DemoFailed.class);
    }

    /** What a node shows of itself; where it shows something, it shows no value. */
    private List<String> exposed(PairedNode node) {
        List<String> shown = new ArrayList<>();
        for (String path : FIGURES) {
            Answer answer = node.door().get(path);
            searched.require(answer, path, path + " at " + node.origin());
            if (answer.status() == 200) {
                shown.add(path);
            }
        }
        return shown;
    }

    /** The fields of every form that a node takes. */
    private static Map<String, String> form() {
        Map<String, String> form = new TreeMap<>();
        for (String name : List.of(
                "code",
                "state",
                "client_id",
                "client_secret",
                "refresh_token",
                "token",
                "trust_mark",
                "grant_type",
                "response",
                "request_uri",
                "number",
                "birth-date",
                "document",
                "step",
                "tx_code",
                "answer")) {
            form.put(name, name.length() % 2 == 0 ? NAME : NUMBER);
        }
        return form;
    }

    /** The answers to a request with the values in its path, query, header and body, in every form in which a body comes. */
    private static List<Answer> tainted(Door door, String token, String method, String route) {
        String path = tainted(route);
        if (method.equals("GET") || method.equals("ANY")) {
            return List.of(
                    door.get(path),
                    door.get(path, "Authorization: Bearer " + NUMBER),
                    door.get(path, "Accept: text/html", "Cookie: entente=" + NUMBER + "; entente-device=" + NUMBER));
        }
        if (method.equals("DELETE")) {
            return List.of(
                    door.delete(path), door.delete(path, "Authorization: Bearer " + NUMBER), door.delete(path, token));
        }
        String nonsense = "Authorization: Bearer " + NUMBER;
        String json = Json.write(Json.newObject()
                .put("name", NAME)
                .put("record", NUMBER)
                .put("entity", "https://" + NUMBER + ".example/" + encoded(NAME))
                .put("document", NAME)
                .put("proof", NUMBER));
        List<Answer> answers = new ArrayList<>();
        if (route.startsWith(PAGES)) {
            // No page takes a token, so it need not see one with every kind of body.
            answers.add(door.send(method, path, Door.FORM, TestOAuthClient.form(form()), token));
        }
        for (String authorization : route.startsWith(PAGES) ? List.of(nonsense) : List.of(nonsense, token)) {
            answers.add(door.send(method, path, Door.FORM, TestOAuthClient.form(form()), authorization));
            answers.add(door.send(method, path, Door.JSON, json, authorization));
            answers.add(door.send(method, path, Door.JSON, "{\"" + NAME + "\":" + NUMBER, authorization));
            answers.add(door.send(
                    method, path, "application/entente-message+jwt", NAME + "." + NUMBER + ".x", authorization));
            answers.add(door.send(method, path, "text/" + NUMBER, NAME, authorization));
        }
        return answers;
    }

    private static String tainted(String route) {
        return filled(route) + "?q=" + encoded(NAME) + "&code=" + encoded(NUMBER) + "&token=" + encoded(NAME);
    }

    static String token(Door door) {
        Answer answer = door.post(
                "/oauth/token",
                Door.FORM,
                TestOAuthClient.form(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", TestOAuthClient.ID,
                        "client_secret", TestOAuthClient.SECRET)));
        return answer.status() == 200
                ? "Authorization: Bearer " + answer.json().path("access_token").asString("")
                : "X-None: none";
    }

    private static List<String[]> routes() throws IOException {
        List<String[]> routes = new ArrayList<>();
        for (String line : Files.readAllLines(ROUTES)) {
            Matcher matcher = ROUTE.matcher(line);
            if (matcher.find()) {
                routes.add(new String[] {matcher.group(1), matcher.group(2)});
            }
        }
        assertThat(routes).hasSizeGreaterThan(150);
        return routes;
    }

    private static String filled(String route) {
        return route.replace("{language}", "fr")
                .replace("{organisation}", "etat-civil")
                .replaceAll("\\{[a-z]+}", encoded(NUMBER));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
