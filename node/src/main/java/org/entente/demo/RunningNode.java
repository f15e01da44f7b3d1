package org.entente.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.node.NodeApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A node that was started; closing it ends it in order. */
sealed interface RunningNode extends AutoCloseable {
    @Override
    void close();

    /** A node that shares this JVM, and nothing else, with the others. */
    record Inside(ConfigurableApplicationContext context) implements RunningNode {
        static RunningNode start(Path config) {
            return new Inside(new SpringApplicationBuilder(NodeApplication.class)
                    .registerShutdownHook(false)
                    .properties("spring.config.additional-location=" + config.toUri())
                    .run());
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** A node in a process of its own, as in production. */
    record Apart(Process process) implements RunningNode {
        private static final long PATIENCE_SECONDS = 15;

        static RunningNode start(Path config) {
            ProcessHandle us = ProcessHandle.current();
            String java = us.info().command().orElse("java");
            List<String> command = List.of(
                    java,
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.entente.command.Main",
                    "node",
                    "--config",
                    config.toString());
            try {
                return new Apart(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                config.resolveSibling("node.log").toFile()))
                        .start());
            } catch (IOException e) {
                throw new DemoFailed("a process could not be started", e);
            }
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
