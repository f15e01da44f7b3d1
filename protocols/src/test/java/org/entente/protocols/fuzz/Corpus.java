package org.entente.protocols.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Inputs that once mattered or that are made oddly. The folder's name is the reader's whose format it is; a file whose
 * name begins with {@code taken-} must be read by that reader and one with {@code refused-} must not. Whatever it is
 * made for, every reader meets every file.
 */
public record Corpus(List<Entry> entries) {
    /**
     * One file.
     *
     * @param parser the reader whose format it is
     */
    public record Entry(String parser, String name, byte[] bytes) {
        /** What the reader whose format it is must do. */
        boolean isExpected(boolean taken) {
            return name.startsWith("taken-") ? taken : !name.startsWith("refused-") || !taken;
        }
    }

    public Corpus {
        entries = List.copyOf(entries);
    }

    /** The files in the folders below {@code corpus}, which lies beside a class. */
    public static Corpus beside(Class<?> type) {
        try (Stream<Path> files = Files.walk(
                Path.of(Objects.requireNonNull(type.getResource("corpus")).toURI()))) {
            return new Corpus(files.filter(Files::isRegularFile)
                    .sorted()
                    .map(Corpus::entry)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Entry entry(Path file) {
        String parser = file.getName(file.getNameCount() - 2).toString();
        String name = file.getName(file.getNameCount() - 1).toString();
        try {
            return new Entry(parser, name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
