package org.entente.protocols.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** The readers of the standards. */
class ParserFuzzTests extends EveryParserTests {
    private static final Corpus CORPUS = Corpus.beside(ParserFuzzTests.class);
    private static final List<Parser> PARSERS = Stream.of(
                    SignedParsers.all(), FederationParsers.all(), OAuthParsers.all(), CredentialParsers.all())
            .flatMap(List::stream)
            .toList();

    @Override
    protected List<Parser> parsers() {
        return PARSERS;
    }

    @Override
    protected Corpus corpus() {
        return CORPUS;
    }
}
