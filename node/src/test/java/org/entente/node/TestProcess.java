package org.entente.node;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A process of its own for a node, on the database and with the secret of a {@link TestNode}; made to be killed. */
public final class TestProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestNode node;
    private final Process process;

    private TestProcess(TestNode node, Process process) {
        this.node = node;
        this.process = process;
    }

    /** Starts one, and waits until it answers. */
    public static TestProcess of(TestNode twin) throws IOException, InterruptedException {
        int port = TestNode.freePort();
        TestNode view = twin.reachedAt(port);
        Path config = Files.createTempDirectory("node").resolve("node.properties");
        Map<String, Object> settings = new TreeMap<>(view.settings());
        Files.writeString(
                config,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n")));
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.entente.command.Main",
                        "node",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(config.resolveSibling("node.log").toFile())
                .start();
        TestProcess started = new TestProcess(view, process);
        started.awaitAnswer(config.resolveSibling("node.log"));
        return started;
    }

    /** The node as reached in this process. */
    public TestNode node() {
        return node;
    }

    /** Ends the process at once, as a power cut would: SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private void awaitAnswer(Path log) {
        URI health = URI.create(node.address() + "/actuator/health");
        await().atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the process did not start: " + Files.readString(log));
            }
            return answers(health);
        });
    }

    private static boolean answers(URI address) throws InterruptedException {
        try (HttpClient client = TestHttps.client()) {
            HttpRequest request = HttpRequest.newBuilder(address).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
