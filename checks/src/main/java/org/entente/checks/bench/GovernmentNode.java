package org.entente.checks.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A government's node in a process of its own, started as an operator starts one. */
final class GovernmentNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI origin;
    private final String secret;
    private final Path log;
    private final Process process;

    private GovernmentNode(URI origin, String secret, Path log, Process process) {
        this.origin = origin;
        this.secret = secret;
        this.log = log;
        this.process = process;
    }

    static GovernmentNode start(Path config, String origin, String secret, List<String> java) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx512m"));
        command.addAll(java);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.entente.command.Main",
                "node",
                "--config",
                config.toString()));
        Path log = config.resolveSibling("node.log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new GovernmentNode(URI.create(origin), secret, log, process);
        } catch (IOException e) {
            throw new BenchFailed("the node could not be started", e);
        }
    }

    URI origin() {
        return origin;
    }

    /** An integrator's connection to its API. */
    ApiClient api() {
        return new ApiClient(origin, Machine.CLIENT, secret);
    }

    /** The system that signs what the other has approved. */
    ApiClient signatory() {
        return new ApiClient(origin, Machine.SIGNATORY, secret);
    }

    ProcessFigures figures() {
        return ProcessFigures.of(List.of(process.pid()));
    }

    GovernmentNode awaited() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new BenchFailed("the node " + origin + " did not start; see " + log);
            }
            LockSupport.parkNanos(100_000_000);
        }
        return this;
    }

    private boolean answers() {
        try (Wires wires = new Wires()) {
            return wires.get(URI.create(origin + "/actuator/health"), Map.of()).status() == 200;
        } catch (BenchFailed notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
