package org.entente.node.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entente.audit.BundleParsers;
import org.entente.command.CommandParsers;
import org.entente.https.PemParsers;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.api.SuspensionParsers;
import org.entente.node.agreements.compile.OdrlParsers;
import org.entente.node.agreements.drafting.DraftParsers;
import org.entente.node.agreements.trqp.TrqpParsers;
import org.entente.node.frontier.message.MessageParsers;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.offer.OfferParsers;
import org.entente.node.issuance.revocation.RevocationParsers;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.names.export.ExportParsers;
import org.entente.node.names.file.FileNumberParsers;
import org.entente.node.names.sound.SoundParsers;
import org.entente.node.registers.RegisterParsers;
import org.entente.node.services.catalogue.CatalogueParsers;
import org.entente.node.signin.passkey.PasskeyParsers;
import org.entente.node.signin.recovery.RecoveryParsers;
import org.entente.node.trust.statement.FilterParsers;
import org.entente.node.verification.api.StartParsers;
import org.entente.node.wallet.attestations.AttestationParsers;
import org.entente.node.wallet.receiving.ReceivingParsers;
import org.entente.protocols.fuzz.Corpus;
import org.entente.protocols.fuzz.EveryParserTests;
import org.entente.protocols.fuzz.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** The readers of the node. */
class NodeParserFuzzTests extends EveryParserTests {
    private static final Corpus CORPUS = Corpus.beside(NodeParserFuzzTests.class);

    @TempDir
    private static Path folder;

    private TestNode issuer;
    private List<Parser> parsers;

    @BeforeAll
    void start() throws IOException {
        issuer = TestIssuer.start();
        NodeIdentity node = issuer.bean(NodeIdentity.class);
        parsers = Stream.of(
                        PlainParsers.typed(),
                        PlainParsers.names(),
                        PlainParsers.ofPeers(TestGovernment.QUEBEC),
                        AgreementParsers.all(),
                        SuspensionParsers.all(),
                        TrqpParsers.all(),
                        DraftParsers.all(),
                        OdrlParsers.all(),
                        FilterParsers.all(),
                        RegisterParsers.all(),
                        SoundParsers.all(),
                        ExportParsers.all(),
                        FileNumberParsers.all(),
                        CommandParsers.all(),
                        MessageParsers.all(TestGovernment.QUEBEC),
                        MessageParsers.bodies(),
                        PasskeyParsers.all(),
                        RecoveryParsers.all(),
                        PemParsers.all(folder),
                        BundleParsers.all(TestGovernment.QUEBEC, folder),
                        CatalogueParsers.all(node, service()),
                        OfferParsers.all(issuer),
                        RevocationParsers.all(issuer),
                        StartParsers.all(node),
                        AttestationParsers.all(),
                        ReceivingParsers.all())
                .flatMap(List::stream)
                .toList();
    }

    @AfterAll
    void stop() {
        issuer.close();
    }

    @Test
    void every_parser_that_the_list_of_readers_names_is_here() {
        assertThat(parsers.stream().map(Parser::name)).containsAll(ReadersTests.namedParsers());
    }

    @Override
    protected List<Parser> parsers() {
        return parsers;
    }

    @Override
    protected Corpus corpus() {
        return CORPUS;
    }

    private static byte[] service() throws IOException {
        return new ClassPathResource("services/arrival.json")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceFirst("(\"organisation\": *)\"[^\"]+\"", "$1\"" + TestIssuer.ORGANISATION + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
