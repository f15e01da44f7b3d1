package org.entente.names.barrier.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.probe.DoorFailed;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/** One page of a Chromium without a window, spoken to over the DevTools protocol, with a profile that goes with it. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long MOMENT = 20_000_000L;

    private final Process process;
    private final Path profile;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Long, CompletableFuture<JsonMembers>> waiting = new ConcurrentHashMap<>();

    private Browser(Process process, Path profile) {
        this.process = process;
        this.profile = profile;
        this.socket = client.newWebSocketBuilder()
                .buildAsync(page(), new Answers())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /**
     * Starts it.
     *
     * @throws DoorFailed when there is no such program, or it does not come up
     */
    static Browser start(Path program) {
        try {
            Path profile = Files.createTempDirectory("entente-audit");
            List<String> command = new ArrayList<>(List.of(
                    program.toString(),
                    "--headless",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-extensions",
                    "--disable-background-networking",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + profile,
                    "about:blank"));
            if ("root".equals(System.getProperty("user.name"))) {
                command.add(1, "--no-sandbox");
            }
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return new Browser(process, profile);
            } catch (RuntimeException e) {
                end(process, profile);
                throw new DoorFailed(Wording.of("no-browser", program.toString()));
            }
        } catch (IOException e) {
            throw new DoorFailed(Wording.of("no-browser", program.toString()));
        }
    }

    /** The address of its one page. The program writes its port into its profile when it listens. */
    private URI page() {
        Path port = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
                if (!lines.isEmpty()) {
                    return page(lines.getFirst());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LockSupport.parkNanos(MOMENT);
        }
        throw new IllegalStateException("the browser did not come up");
    }

    private URI page(String port) throws IOException {
        try {
            String list = client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                    .timeout(PATIENCE)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return new JsonMembers(Map.of("pages", Json.readForeign(list)))
                    .list("pages", JsonMembers::of).stream()
                            .filter(page -> page.text("type").equals("page"))
                            .map(page -> URI.create(page.text("webSocketDebuggerUrl")))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("the browser has no page"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Calls a method of the protocol and gives its result. */
    JsonMembers call(String method, Map<String, Object> parameters) {
        long id = last.incrementAndGet();
        CompletableFuture<JsonMembers> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(Json.canonical(Map.of("id", id, "method", method, "params", parameters)), true);
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DoorFailed(Wording.of("browser-silent", method));
        } catch (ExecutionException | TimeoutException e) {
            throw new DoorFailed(Wording.of("browser-silent", method));
        } finally {
            waiting.remove(id);
        }
    }

    /** What an expression gives in the page, which has to be a text; empty while the page is between two documents. */
    String evaluate(String expression) {
        JsonMembers result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        return result.object("result")
                .flatMap(value -> value.optional("value"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }

    /** Goes to an address and waits until it is there. */
    void go(URI address) {
        evaluate("window.enteBefore = 1; ''");
        JsonMembers gone = call("Page.navigate", Map.of("url", address.toString()));
        if (gone.optionalText("errorText").isPresent()) {
            throw new DoorFailed(Wording.of("no-answer", address.getScheme() + "://" + address.getRawAuthority()));
        }
        awaitNext();
    }

    /** Waits until another document has taken the place of the one that was marked. False when none came. */
    boolean awaitNext() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (evaluate("window.enteBefore ? '' : document.readyState").equals("complete")) {
                return true;
            }
            LockSupport.parkNanos(MOMENT);
        }
        return false;
    }

    @Override
    public void close() {
        socket.abort();
        end(process, profile);
        client.shutdownNow();
    }

    private static void end(Process process, Path profile) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            delete(profile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be deleted stays in the folder of temporary files. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    /** Puts the pieces of a message together; what answers no call is news that nobody asked for. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean ends) {
            message.append(piece);
            if (ends) {
                String whole = message.toString();
                message.setLength(0);
                if (whole.startsWith("{\"id\":")) {
                    answer(JsonMembers.of(Json.readForeign(whole)));
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(from);
        }

        private void answer(JsonMembers message) {
            long id = message.optional("id")
                    .filter(Long.class::isInstance)
                    .map(Long.class::cast)
                    .orElse(0L);
            CompletableFuture<JsonMembers> asked = waiting.get(id);
            if (asked != null) {
                asked.complete(message.object("result").orElse(new JsonMembers(Map.of())));
            }
        }
    }
}
