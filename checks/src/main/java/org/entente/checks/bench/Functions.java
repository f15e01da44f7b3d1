package org.entente.checks.bench;

import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code ./entente bench functions}: the pure functions that every flow calls, by JMH; further words are JMH's own. */
final class Functions {
    private Functions() {}

    static void measure(List<String> words) {
        try {
            var given = new CommandLineOptions(words.toArray(String[]::new));
            new Runner(new OptionsBuilder()
                            .parent(given)
                            .jvmArgsAppend("--enable-native-access=ALL-UNNAMED")
                            .build())
                    .run();
        } catch (CommandLineOptionException | RunnerException e) {
            throw new BenchFailed("JMH: " + e.getMessage(), e);
        }
    }
}
