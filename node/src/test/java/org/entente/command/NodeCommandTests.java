package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.entente.database.TestPrograms;
import org.entente.node.signin.TestOAuthClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./entente node}, with the database and the secret that it makes for itself. */
class NodeCommandTests {
    private static final String HEARD = "HTTP/1.1 100 \r\n\r\n";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private int port;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        TestPrograms.linkInto(directory.resolve("data/postgres"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path config = Files.writeString(
                directory.resolve("node.properties"),
                settings().entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n")));
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "node",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Test
    void told_to_stop_it_answers_whom_it_heard_before_its_database_ends() throws Exception {
        await().atMost(PATIENCE).until(() -> isOpen());
        ProcessHandle database = database();
        String body = "grant_type=client_credentials&client_id=" + TestOAuthClient.ID + "&client_secret="
                + TestOAuthClient.SECRET;
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            send(connection, """
                    POST /oauth/token HTTP/1.1\r
                    Host: node.localhost:%d\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: %d\r
                    Expect: 100-continue\r
                    \r
                    """.formatted(port, body.length()));
            assertThat(new String(connection.getInputStream().readNBytes(HEARD.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(HEARD);
            send(connection, body.substring(0, 10));
            Thread answering = Thread.ofVirtual().start(() -> await().until(() -> !isOpen()));
            process.destroy();
            answering.join();
            assertThatExceptionOfType(TimeoutException.class)
                    .as("the database ends while a request is being answered")
                    .isThrownBy(() -> database.onExit().get(2, TimeUnit.SECONDS));

            send(connection, body.substring(10));

            assertThat(new String(connection.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
        process.waitFor();
        assertThat(database.isAlive()).isFalse();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new TreeMap<>(TestOAuthClient.settings("agreements.read"));
        settings.put("server.port", port);
        settings.put("entente.node.origin", "http://node.localhost:" + port);
        settings.put("entente.node.role", "directory");
        settings.put("entente.node.name.fr", "Chibougamau");
        settings.put("entente.node.name.en", "Chibougamau");
        settings.put("entente.node.jurisdiction.code", "CA-TEST");
        settings.put("entente.node.jurisdiction.name.fr", "Chibougamau");
        settings.put("entente.node.jurisdiction.name.en", "Chibougamau");
        settings.put("entente.node.jurisdiction.kind", "province");
        return settings;
    }

    private boolean isOpen() throws IOException {
        if (!process.isAlive() && process.exitValue() == 1) {
            throw new IOException("it did not start: " + Files.readString(directory.resolve("log")));
        }
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (ConnectException closed) {
            return false;
        }
    }

    private ProcessHandle database() throws IOException {
        Path lock = directory.resolve("data/postgres/data/postmaster.pid");
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(lock).getFirst().trim()))
                .orElseThrow();
    }

    private static void send(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }
}
