package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.wallet.TestServer.Answer;
import org.entente.node.wallet.TestVerifier;
import org.entente.node.wallet.receiving.TestReceptions;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a host's entity configuration speaks for, and hosts that have none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowChainTests {
    private TestNode wallet;
    private TestShowings showings;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(Map.of());
        showings = new TestShowings(wallet);
    }

    @AfterAll
    void close() {
        wallet.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://bc.example, true",
        "https://bc.example/, true",
        "https://bc.example:443, true",
        "HTTPS://BC.example, true",
        "https://bc.example:8443, false",
        "http://bc.example, false",
        "https://bc.example/o/office, false",
        "https://bc.example/?a, false",
        "https://bc.example.org, false",
        "urn:bc.example, false"
    })
    @Requirement("OID4VP 1.0 §5.9.3 x509_hash-chain")
    void an_entity_is_the_host_however_its_identifier_is_written(URI entity, boolean same) {
        assertThat(FollowChain.isAtRoot(entity, URI.create("https://bc.example/o/office/answer")))
                .isEqualTo(same);
        assertThat(FollowChain.isAtRoot(entity, URI.create("https://bc.example:443/answer")))
                .isEqualTo(same);
    }

    @Test
    @Requirement("OID4VP 1.0 §5.9.3 x509_hash-chain")
    void a_host_may_write_a_slash_after_its_name() {
        try (TestVerifier verifier = new TestVerifier("office").called("/")) {
            showings.opened(TestReceptions.somebody(), verifier, "");
        }
    }

    /** As hosts do that send every unknown address to their front page. */
    @Test
    void a_host_that_leads_elsewhere_names_no_authority() {
        try (TestVerifier verifier =
                new TestVerifier("office").publishing(request -> new Answer(302, Map.of("Location", "/"), ""))) {
            assertThat(showings.open(TestReceptions.somebody(), verifier, ""))
                    .isEqualTo(new OpenRequest.Outcome.NotAcceptable(Fault.NO_AUTHORITY));
        }
    }

    @Test
    void a_host_that_has_a_problem_can_be_asked_again() {
        try (TestVerifier verifier = new TestVerifier("office").publishing(request -> Answer.json(503, "{}"))) {
            assertThat(showings.open(TestReceptions.somebody(), verifier, ""))
                    .isEqualTo(new OpenRequest.Outcome.NotAcceptable(Fault.VERIFIER_FAULT));
        }
    }
}
