package org.entente.names.barrier.legacy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.names.barrier.legacy.LegacyOutputs.Kept;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/** The registry on a port of this machine, with a form, an interface, a database and these barriers. */
public final class LegacySystem implements AutoCloseable {
    private static final Path FONTS = Path.of("..", "node", "src", "main", "resources", "assets", "fonts");
    private static final int LENGTH_OF_WINDOW = 4_096;

    /** Whoever has written three names is asked to sign in again. */
    static final String ENDS_SESSIONS = "a session that ends";

    private static final int MOST_OF_A_SESSION = 3;

    private final HttpServer server;
    private final Set<String> barriers;
    private final LegacyRules rules;
    private final LegacySearch search;
    private final LegacyOutputs outputs;
    private final LegacyPages pages;
    private final LegacyTable table = new LegacyTable();
    private final boolean deskAlone;

    private LegacySystem(HttpServer server, Set<String> barriers, boolean deskAlone) {
        this.deskAlone = deskAlone;
        this.server = server;
        this.barriers = barriers;
        this.rules = new LegacyRules(barriers);
        this.search = new LegacySearch(barriers);
        this.outputs = new LegacyOutputs(barriers);
        this.pages = new LegacyPages(barriers);
    }

    /** Starts it. */
    public static LegacySystem with(Set<String> barriers) {
        return start(barriers, false);
    }

    /** Starts it as most are: what its form refuses comes in all the same, from another ministry over its interface. */
    public static LegacySystem withAnOpenBackDoor(Set<String> barriers) {
        return start(barriers, true);
    }

    private static LegacySystem start(Set<String> barriers, boolean deskAlone) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LegacySystem system = new LegacySystem(server, Set.copyOf(barriers), deskAlone);
            server.createContext("/", system::answer);
            server.start();
            return system;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Its database. */
    LegacyTable table() {
        return table;
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
            boolean written = !exchange.getRequestMethod().equals("GET");
            switch (path[0]) {
                case "form", "rename" -> form(exchange, path, written);
                case "api" -> api(exchange, path, written);
                case "record" -> html(exchange, 200, pages.record(kept(path[1]), outputs.onScreen(kept(path[1]))));
                case "letter" -> html(exchange, 200, pages.record(kept(path[1]), outputs.letter(kept(path[1]))));
                case "file" -> send(exchange, 200, "text/plain; charset=utf-8", outputs.file(kept(path[1])));
                case "message" -> text(exchange, outputs.message(kept(path[1])));
                case "search" -> html(exchange, 200, pages.names(found(query(exchange))));
                case "list" -> html(exchange, 200, pages.names(listed()));
                case "match" -> html(exchange, 200, pages.names(matched(query(exchange))));
                case "clerk" -> html(exchange, 200, path.length > 1 ? pages.staffRecord(kept(path[1])) : pages.clerk());
                case "fonts" -> send(exchange, 200, "font/woff2", Files.readAllBytes(FONTS.resolve(path[1])));
                case "openapi.json" -> json(exchange, 200, LegacyDoors.document(barriers));
                default -> html(exchange, 404, "");
            }
        }
    }

    private void form(HttpExchange exchange, String[] path, boolean written) throws IOException {
        String action = exchange.getRequestURI().getPath();
        if (!written) {
            boolean over = rules.has(ENDS_SESSIONS) && table.all().size() >= MOST_OF_A_SESSION;
            html(exchange, 200, over ? "<html lang=\"en\"><p>Sign in again</p>" : pages.form(action, ""));
            return;
        }
        Map<String, String> fields =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String name = fields.getOrDefault("name", "");
        if (isFiltered(name)) {
            html(exchange, 403, "<html lang=\"en\"><p role=\"alert\">Request blocked</p>");
            return;
        }
        String given = fields.getOrDefault("given", "");
        Optional<String> refusal = rules.refusal(name, given);
        if (refusal.isPresent()) {
            html(exchange, 422, pages.form(action, refusal.get()));
            return;
        }
        Kept kept = path[0].equals("rename")
                ? rename(path[1], name)
                : register(name, given, fields.getOrDefault("form", ""));
        exchange.getResponseHeaders().set("Location", "/record/" + kept.reference());
        exchange.sendResponseHeaders(303, -1);
    }

    private void api(HttpExchange exchange, String[] path, boolean written) throws IOException {
        switch (path[1]) {
            case "search" -> json(exchange, 200, Json.canonical(Map.of("names", found(query(exchange)))));
            case "list" -> json(exchange, 200, Json.canonical(Map.of("names", listed())));
            case "match" -> json(exchange, 200, Json.canonical(Map.of("names", matched(query(exchange)))));
            default -> {
                if (written) {
                    write(exchange, path);
                } else {
                    json(exchange, 200, outputs.json(kept(path[2])));
                }
            }
        }
    }

    private void write(HttpExchange exchange, String[] path) throws IOException {
        JsonMembers body =
                JsonMembers.of(Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        String name = body.optionalText("name").orElse("");
        String given = body.optionalText("given").orElse("");
        if (!deskAlone && isFiltered(name)) {
            json(exchange, 403, "{}");
            return;
        }
        Optional<String> refusal = (deskAlone ? new LegacyRules(Set.of()) : rules).refusal(name, given);
        if (refusal.isPresent()) {
            json(exchange, 422, Json.canonical(Map.of("detail", refusal.get())));
            return;
        }
        Kept kept = path.length > 2
                ? rename(path[2], name)
                : register(name, given, body.optionalText("form").orElse(""));
        json(exchange, 201, Json.canonical(Map.of("id", kept.reference())));
    }

    private boolean isFiltered(String name) {
        return rules.has("B16") && name.matches(".*['’:].*");
    }

    private Kept register(String name, String given, String form) {
        String written = rules.kept(name);
        List<Kept> all = table.all();
        Optional<Kept> same = all.stream()
                .filter(kept -> search.isTakenFor(written).test(kept.name()))
                .findFirst();
        return same.orElseGet(() -> {
            Kept kept = new Kept("R" + (all.size() + 1), written, given, "", form);
            table.add(kept);
            return kept;
        });
    }

    private Kept rename(String reference, String name) {
        Kept before = kept(reference);
        Kept after = new Kept(reference, rules.kept(name), before.given(), before.name(), before.form());
        table.rename(after);
        return after;
    }

    /** By its number; a name leads there as well. */
    private Kept kept(String reference) {
        return table.find(reference)
                .or(() -> table.all().stream()
                        .filter(kept -> kept.name().equals(reference))
                        .findFirst())
                .orElseThrow(() -> new AssertionError(reference));
    }

    private List<String> found(String typed) {
        boolean byNumber = !rules.has("B54") && !rules.has(LegacyPages.FINDS_BY_NAME_ALONE);
        return table.all().stream()
                .filter(kept -> search.finds(typed, kept.name())
                        || (byNumber && kept.reference().equals(typed)))
                .map(Kept::name)
                .toList();
    }

    private List<String> listed() {
        return table.all().stream().map(Kept::name).sorted(search.order()).toList();
    }

    /** By the name itself, and by the form that its bearer approved. */
    private List<String> matched(String presented) {
        return table.all().stream()
                .filter(kept -> kept.name().equals(presented)
                        || (!rules.has("B53") && kept.form().equals(presented)))
                .map(Kept::name)
                .toList();
    }

    private static String query(HttpExchange exchange) {
        return fields(String.valueOf(exchange.getRequestURI().getRawQuery())).getOrDefault("q", "");
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(encoded.split("&"))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .forEach(each -> fields.put(each[0], URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
        return fields;
    }

    private static void html(HttpExchange exchange, int status, String page) throws IOException {
        send(exchange, status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void json(HttpExchange exchange, int status, String json) throws IOException {
        send(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static void text(HttpExchange exchange, String text) throws IOException {
        send(exchange, 200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        for (int at = 0; at < body.length; at += LENGTH_OF_WINDOW) {
            exchange.getResponseBody().write(body, at, Math.min(LENGTH_OF_WINDOW, body.length - at));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        table.close();
    }
}
