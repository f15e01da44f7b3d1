package org.entente.checks.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command {@code ./entente bench}. */
public final class Bench {
    private static final Path HOME = Path.of("var", "bench");

    private Bench() {}

    /** Measures what the first word says; ends with 0, 1 when it could not be measured, 2 when it was not understood. */
    public static void main(String[] words) {
        if (AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null) {
            AmazonCorrettoCryptoProvider.install();
        }
        System.exit(run(List.of(words)));
    }

    /** The same, in a process that goes on; gives how it ended. */
    public static int run(List<String> words) {
        String what = words.isEmpty() ? "help" : words.getFirst();
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        try {
            switch (what) {
                case "issuance" -> show(new IssuanceBench(Options.of(rest)).run(HOME.resolve(what)));
                case "verification" -> show(new VerificationBench(Options.of(rest)).run(HOME.resolve(what)));
                case "functions" -> Functions.measure(rest);
                default -> {
                    System.out.print(Options.HELP);
                    return what.equals("help") ? 0 : 2;
                }
            }
            return 0;
        } catch (BenchFailed e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static void show(Measured measured) {
        String table = Table.of(measured);
        System.out.println(table);
        String name = measured.title().replaceAll("[^a-z]+", "-");
        keep(HOME.resolve(name + ".txt"), table + "\n");
        keep(HOME.resolve(name + ".svg"), Chart.of(measured));
    }

    private static void keep(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            System.err.println("kept in " + file);
        } catch (IOException e) {
            throw new BenchFailed("the result could not be kept in " + file, e);
        }
    }
}
