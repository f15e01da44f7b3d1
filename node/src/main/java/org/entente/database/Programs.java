package org.entente.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs programs of the system and of PostgreSQL; none of them learns our environment, which may hold secrets. */
final class Programs {
    /** How long a program, or the server's start, may take. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private Programs() {}

    /** A program about to start in a directory, its words added to a log. */
    static ProcessBuilder prepared(List<String> command, Path directory, Path log) {
        ProcessBuilder program = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(Path.of("/dev/null").toFile());
        program.environment().clear();
        program.environment().put("PATH", PATH);
        return program;
    }

    /**
     * Runs a program to its end.
     *
     * @throws DatabaseFailed when it can't be started, fails, or takes too long
     */
    static void run(List<String> command, Path directory, Path log) {
        try {
            if (!ends(prepared(command, directory, log).start())) {
                throw new DatabaseFailed("a program of PostgreSQL failed; its log: " + log);
            }
        } catch (IOException e) {
            throw new DatabaseFailed("a program of PostgreSQL could not be started", e);
        }
    }

    /**
     * What a program says, one line of it.
     *
     * @throws DatabaseFailed when it can't be started
     */
    static String said(List<String> command) {
        try {
            ProcessBuilder program = prepared(command, Path.of("/"), Path.of("/dev/null"));
            Process process =
                    program.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
            try (BufferedReader words = process.inputReader()) {
                return Objects.requireNonNullElse(words.readLine(), "");
            }
        } catch (IOException e) {
            throw new DatabaseFailed("a program of PostgreSQL could not be started", e);
        }
    }

    /** Whether a program can be started and succeeds. */
    static boolean succeeds(List<String> command) {
        try {
            return ends(prepared(command, Path.of("/"), Path.of("/dev/null")).start());
        } catch (IOException notThere) {
            return false;
        }
    }

    private static boolean ends(Process process) {
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailed("interrupted while PostgreSQL was working", e);
        }
    }
}
