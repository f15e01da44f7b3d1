package org.entente.checks.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One process of a node at a port of its own, started as an operator starts it; made to be killed and started again. */
final class NodeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Door door;
    private @Nullable Process process;

    NodeProcess(Path folder, Door door, Map<String, String> settings) {
        this.folder = folder;
        this.door = door;
        Map<String, String> own = new TreeMap<>(settings);
        own.put("server.port", "" + door.port());
        String text = own.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("node.properties"), text, StandardCharsets.ISO_8859_1);
            Files.deleteIfExists(folder.resolve("node.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How this very process is asked. */
    Door door() {
        return door;
    }

    /** What it has written since it was made. */
    byte[] log() {
        try {
            return Files.readAllBytes(folder.resolve("node.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it; however this JVM ends, the process ends with it. */
    synchronized NodeProcess start() {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.entente.command.Main",
                "node",
                "--config",
                folder.resolve("node.properties").toString()));
        try {
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("node.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return this;
    }

    /** Waits until it answers. */
    NodeProcess awaited() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            Process now = process;
            if (now == null || !now.isAlive()) {
                throw new IllegalStateException("the process ended: " + Files.readString(folder.resolve("node.log")));
            }
            return answers();
        });
        return this;
    }

    /** Ends it at once, as a power cut would: SIGKILL. */
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    /** Whether it answers, and its database answers it. */
    boolean answers() {
        try {
            return door.get("/actuator/health").status() == 200;
        } catch (Broken notYet) {
            return false;
        }
    }

    /** Ends it in order. */
    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroy();
            process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
            kill();
        }
    }
}
