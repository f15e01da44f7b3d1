package org.entente.protocols.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever arrives, a reader answers soon: it reads it, or throws {@code ProtocolError} and nothing else. */
class ParserFuzzTests {
    private static final int INPUTS = 1_000;
    private static final int INPUTS_OF_A_SOAK = 1_000_000;
    private static final Corpus CORPUS = Corpus.beside(ParserFuzzTests.class);
    private static final List<byte[]> EXTREMES = Extremes.all();
    private static final List<Parser> PARSERS = Stream.of(
                    SignedParsers.all(), FederationParsers.all(), OAuthParsers.all(), CredentialParsers.all())
            .flatMap(List::stream)
            .toList();

    static List<Parser> parsers() {
        return PARSERS;
    }

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
        for (Corpus.Entry entry : CORPUS.entries()) {
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
    void bears_samples_changed_in_every_layer(Parser parser) {
        Trial trial = new Trial(parser);
        Mutations mutations = new Mutations(parser.name().hashCode(), seeds(parser));
        for (int i = 0; i < INPUTS / parser.effort(); i++) {
            trial.meet(mutations.next());
        }
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("parsers")
    void bears_a_million(Parser parser, TestReporter reporter) {
        Trial trial = new Trial(parser);
        Mutations mutations = new Mutations(System.nanoTime(), seeds(parser));
        for (int i = 0; i < INPUTS_OF_A_SOAK / parser.effort(); i++) {
            trial.meet(mutations.next());
        }
        reporter.publishEntry(trial.report());
    }

    @Test
    void every_folder_of_the_corpus_belongs_to_a_parser() {
        assertThat(PARSERS.stream().map(Parser::name))
                .doesNotHaveDuplicates()
                .containsAll(CORPUS.entries().stream().map(Corpus.Entry::parser).toList());
    }

    /** What the parser reads, and the files made for it. */
    private static List<byte[]> seeds(Parser parser) {
        List<byte[]> seeds = new ArrayList<>(parser.samples());
        CORPUS.entries().stream()
                .filter(entry -> entry.parser().equals(parser.name()))
                .forEach(entry -> seeds.add(entry.bytes()));
        return seeds;
    }
}
