package org.entente.checks.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A process of Node.js that does what a line of JSON says and answers with a line; the libraries of others live in it. */
final class NodeJs implements AutoCloseable {
    private static final Path HOME = Path.of("interop").toAbsolutePath();
    private static final Path LOG = Path.of("target", "interop.log");
    private static final int LEAST_VERSION = 20;
    private static final long PATIENCE_SECONDS = 60;
    private static final long INSTALLATION_MINUTES = 5;

    private final Process process;
    private final Writer in;
    private final BufferedReader out;
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private int requests;

    private NodeJs(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts one that believes a further authority; fetches its packages first when they are not there. Without Node.js
     * this fails where CI is set, and skips the test elsewhere.
     */
    static NodeJs start(Path authority) {
        requireNode();
        try {
            install();
            ProcessBuilder builder = new ProcessBuilder("node", "main.mjs")
                    .directory(HOME.toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
            builder.environment().put("NODE_EXTRA_CA_CERTS", authority.toString());
            return new NodeJs(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has something done, as in {@code wallet.obtain}; gives its result, or fails with what was said. */
    JsonNode ask(String what, ObjectNode with) {
        ObjectNode request = Json.newObject().put("id", ++requests).put("do", what);
        request.set("with", with);
        ObjectNode reply = Json.object(exchange(Json.write(request)));
        if (reply.has("error") || reply.path("id").intValue() != requests) {
            throw new AssertionError(what + ": " + reply.path("error").asString("an answer to something else"));
        }
        return reply.path("result");
    }

    JsonNode ask(String what) {
        return ask(what, Json.newObject());
    }

    @Override
    public void close() {
        process.destroy();
        reader.shutdownNow();
    }

    private String exchange(String line) {
        try {
            in.write(line + "\n");
            in.flush();
            String reply = reader.submit(out::readLine).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (reply == null) {
                throw new AssertionError("Node.js ended; see " + LOG);
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Node.js gave no answer to " + line, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static void requireNode() {
        if (version() < LEAST_VERSION) {
            String message = "the interop checks need Node.js " + LEAST_VERSION + " or newer, with npm, on the path";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
    }

    private static int version() {
        try {
            Process asked = new ProcessBuilder("node", "--version").start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.matches("v\\d+\\..*") ? Integer.parseInt(said.substring(1, said.indexOf('.'))) : 0;
        } catch (IOException absent) {
            return 0;
        }
    }

    /** The packages that {@code package-lock.json} pins, unless they are there already. */
    private static void install() throws IOException {
        Path installed = HOME.resolve("node_modules/.package-lock.json");
        Path wanted = HOME.resolve("package-lock.json");
        if (Files.exists(installed)
                && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
            return;
        }
        Files.createDirectories(LOG.getParent());
        Process npm = new ProcessBuilder(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        try {
            if (!npm.waitFor(INSTALLATION_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                npm.destroy();
                throw new AssertionError("npm ci failed; see " + LOG);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
