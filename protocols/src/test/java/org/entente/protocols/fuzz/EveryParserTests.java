package org.entente.protocols.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever arrives, a reader answers soon: it reads it, or throws {@code ProtocolError} and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EveryParserTests {
    private static final int INPUTS = 400;
    private static final int INPUTS_OF_A_SOAK = 1_000_000;
    private static final List<byte[]> EXTREMES = Extremes.all();

    /** The readers that are held to it. */
    protected abstract List<Parser> parsers();

    /** What all of them meet. */
    protected abstract Corpus corpus();

    @ParameterizedTest
    @MethodSource("parsers")
    void reads_its_samples(Parser parser) {
        Trial trial = new Trial(parser);
        assertThat(parser.samples()).isNotEmpty().allMatch(trial::meet);
    }

    @ParameterizedTest
    @MethodSource("parsers")
    @Requirement("Security §6 text")
    void bears_every_file_of_the_corpus_and_answers_its_own_as_they_say(Parser parser) {
        Trial trial = new Trial(parser);
        for (Corpus.Entry entry : corpus().entries()) {
            boolean taken = trial.meet(entry.bytes());
            assertThat(!entry.parser().equals(parser.name()) || entry.isExpected(taken))
                    .as(entry.parser() + "/" + entry.name())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    @Requirement("Security §6 text")
    void bears_far_too_much(Parser parser) {
        Trial trial = new Trial(parser);
        EXTREMES.forEach(trial::meet);
    }

    @ParameterizedTest
    @MethodSource("parsers")
    @Requirement("Security §6 text")
    void refuses_its_samples_with_json_that_is_not_strict(Parser parser) {
        Trial trial = new Trial(parser);
        assertThat(parser.samples().stream().flatMap(sample -> LooseJson.of(sample).stream()))
                .noneMatch(loose -> trial.meet(loose.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    @Requirement("Security §6 text")
    void bears_samples_changed_in_every_layer(Parser parser) {
        meet(parser, parser.name().hashCode(), INPUTS);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("parsers")
    void bears_a_million(Parser parser, TestReporter reporter) {
        reporter.publishEntry(meet(parser, System.nanoTime(), INPUTS_OF_A_SOAK));
    }

    @Test
    void every_folder_of_the_corpus_belongs_to_a_parser() {
        assertThat(parsers().stream().map(Parser::name))
                .doesNotHaveDuplicates()
                .containsAll(
                        corpus().entries().stream().map(Corpus.Entry::parser).toList());
    }

    private String meet(Parser parser, long seed, int inputs) {
        Trial trial = new Trial(parser);
        Mutations mutations = new Mutations(seed, seeds(parser));
        for (int i = 0; i < inputs / parser.effort(); i++) {
            trial.meet(mutations.next());
        }
        return trial.report();
    }

    /** What the parser reads, and the files made for it. */
    private List<byte[]> seeds(Parser parser) {
        List<byte[]> seeds = new ArrayList<>(parser.samples());
        corpus().entries().stream()
                .filter(entry -> entry.parser().equals(parser.name()))
                .forEach(entry -> seeds.add(entry.bytes()));
        return seeds;
    }
}
