package org.entente.checks.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.checks.Lane;
import org.entente.checks.bench.Bench;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.TestHttps;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** The load generator plays its flows at an issuer that we did not write. */
@ResourceLock(Lane.NODES)
@ExtendWith(Interop.class)
class MeasuredPeerTests {
    private static final int FLOWS = 5;

    @TempDir
    Path folder;

    private final Strangers strangers;

    MeasuredPeerTests(Meeting meeting) {
        this.strangers = meeting.strangers();
    }

    @Test
    void batches_with_a_proof_of_possession_and_the_nonces_that_it_demands() throws IOException {
        assertThat(measure(strangers::madeOffer, "--batch", String.valueOf(Strangers.BATCH)))
                .isZero();
    }

    @Test
    void a_wallet_that_is_known_by_name_gets_a_bearers_token_and_asks_by_its_identifier() throws IOException {
        assertThat(measure(() -> strangers.madeOfferForABearer("generator"), "--no-dpop", "--client-id", "generator"))
                .isZero();
    }

    @Test
    void one_that_is_unknown_to_the_issuer_measures_nothing() throws IOException {
        assertThat(measure(() -> strangers.madeOfferForABearer("generator"), "--no-dpop", "--client-id", "another"))
                .isEqualTo(1);
    }

    @Test
    void an_issuer_whose_authority_nobody_named_is_not_believed() throws IOException {
        Path offers = offers(strangers::madeOffer);
        assertThat(Bench.run(words(offers))).isEqualTo(1);
    }

    private int measure(Supplier<JsonNode> offer, String... more) throws IOException {
        List<String> words = new ArrayList<>(words(offers(offer)));
        words.addAll(List.of("--trust", TestHttps.authority().toString()));
        words.addAll(List.of(more));
        return Bench.run(words);
    }

    private List<String> words(Path offers) {
        return List.of(
                "issuance",
                "--workers",
                "2",
                "--rounds",
                "1",
                "--flows",
                "3",
                "--warm-up",
                "2",
                "--peer",
                strangers.issuer(),
                "--offers",
                offers.toString());
    }

    /** As many as are used, each with its transaction code. */
    private Path offers(Supplier<JsonNode> offer) throws IOException {
        List<String> lines = Stream.generate(offer)
                .limit(FLOWS * 2)
                .map(made -> Json.write(made) + "\t" + Strangers.CODE)
                .toList();
        return Files.write(folder.resolve("offers.txt"), lines);
    }
}
