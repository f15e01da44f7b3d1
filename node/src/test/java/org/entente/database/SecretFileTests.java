package org.entente.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTests {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path directory;

    @Test
    void makes_one_secret_for_all_who_ask_at_once() throws Exception {
        SecretFile secret = new SecretFile(directory.resolve("secret"), 32);
        List<Callable<String>> asking = IntStream.range(0, 50)
                .<Callable<String>>mapToObj(i -> () -> secret.read(RANDOM))
                .toList();
        try (ExecutorService many = Executors.newFixedThreadPool(50)) {
            assertThat(many.invokeAll(asking).stream()
                            .map(answer -> answer.resultNow())
                            .collect(Collectors.toSet()))
                    .singleElement()
                    .asString()
                    .matches("[0-9a-f]{64}");
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).as("no draft is left").containsExactly(secret.file());
        }
    }

    @Test
    void is_readable_by_its_owner_only() throws Exception {
        SecretFile secret = new SecretFile(directory.resolve("secret"), 32);
        secret.read(RANDOM);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void replaces_an_empty_file_and_refuses_a_shortened_one() throws Exception {
        SecretFile secret = new SecretFile(Files.createFile(directory.resolve("secret")), 32);
        String made = secret.read(RANDOM);
        assertThat(secret.read(RANDOM)).isEqualTo(made).hasSize(64);

        Files.writeString(secret.file(), made.substring(1));
        assertThatIOException().isThrownBy(() -> secret.read(RANDOM)).withMessageContaining("does not hold");
    }
}
