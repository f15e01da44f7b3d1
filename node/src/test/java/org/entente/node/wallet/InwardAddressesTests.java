package org.entente.node.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestVerifier.Mischief;
import org.entente.node.wallet.receiving.TestReceptions;
import org.entente.node.wallet.showing.TestShowings;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever address a stranger names, and wherever: the wallet's own machine and network stay out of reach. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InwardAddressesTests {
    private final AtomicInteger reached = new AtomicInteger();
    private TestNode wallet;
    private HttpServer inside;
    private TestReceptions receptions;
    private TestShowings showings;

    @BeforeAll
    void open() throws IOException {
        wallet = TestNode.wallet(Map.of());
        receptions = new TestReceptions(wallet);
        showings = new TestShowings(wallet);
        inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> {
            reached.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inside.start();
    }

    @AfterAll
    void close() {
        inside.stop(0);
        wallet.close();
    }

    /** The same service inside, under each of the names by which filters were passed before. */
    private List<String> addresses() {
        int port = inside.getAddress().getPort();
        return Stream.of(
                        "127.0.0.1",
                        "127.1",
                        "0.0.0.0",
                        "2130706433",
                        "0x7f000001",
                        "0177.0.0.1",
                        "[::1]",
                        "[::]",
                        "[::ffff:127.0.0.1]",
                        "[::ffff:7f00:1]",
                        "[64:ff9b::7f00:1]",
                        "localhost.",
                        "rimouski@localhost",
                        "127.0.0.1.localhost@127.0.0.1")
                .flatMap(host -> Stream.of("http://" + host + ":" + port + "/x", "https://" + host + ":" + port + "/x"))
                .toList();
    }

    @Test
    @Requirement("Security §6 inward")
    void no_link_leads_there() {
        PersonId somebody = TestReceptions.somebody();
        for (String address : addresses()) {
            receptions.opens(somebody, Optional.of(address));
            showings.opens(somebody, "x509_hash:abc", address);
        }
        assertThat(reached).hasValue(0);
    }

    @Test
    @Requirement("Security §6 inward")
    void no_offer_names_its_issuer_there() {
        for (String address : addresses()) {
            try (TestIssuer issuer = new TestIssuer().saying("credential_issuer", address)) {
                assertThat(receptions.opens(TestReceptions.somebody(), Optional.of(issuer.offerUri())))
                        .as(address)
                        .isFalse();
            }
        }
        assertThat(reached).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_servers", "token_endpoint", "nonce_endpoint", "credential_endpoint"})
    @Requirement("Security §6 inward")
    void no_metadata_name_an_endpoint_there(String member) {
        for (String address : addresses()) {
            try (TestIssuer issuer = new TestIssuer().saying(member, address)) {
                assertThat(receptions.receives(TestReceptions.somebody(), issuer))
                        .as(address)
                        .isFalse();
            }
        }
        assertThat(reached).hasValue(0);
    }

    @Test
    @Requirement("OID4VCI 1.0 §12.2.4 notification_endpoint")
    @Requirement("Security §6 inward")
    void nothing_is_told_there() {
        for (String address : addresses()) {
            try (TestIssuer issuer = new TestIssuer().notified().saying("notification_endpoint", address)) {
                receptions.receives(TestReceptions.somebody(), issuer);
                receptions.tellAll();
            }
        }
        assertThat(reached).hasValue(0);
    }

    @Test
    @Requirement("Security §6 inward")
    void no_request_for_permission_is_pushed_there() {
        try (TestIssuer issuer = new TestIssuer()) {
            assertThat(receptions.asks(TestReceptions.somebody(), issuer))
                    .as("an issuer elsewhere")
                    .isTrue();
        }
        for (String address : addresses()) {
            try (TestIssuer issuer = new TestIssuer().saying("pushed_authorization_request_endpoint", address)) {
                assertThat(receptions.asks(TestReceptions.somebody(), issuer))
                        .as(address)
                        .isFalse();
            }
        }
        assertThat(reached).hasValue(0);
    }

    @Test
    @Requirement("Security §6 inward")
    void no_request_is_answered_there() {
        try (TestIssuer issuer = new TestIssuer()) {
            PersonId holder = showings.holder(issuer);
            for (String address : addresses()) {
                try (TestVerifier verifier = new TestVerifier("office").saying("response_uri", address)) {
                    assertThat(showings.opens(holder, verifier.clientId(), verifier.requestUri()))
                            .as(address)
                            .isFalse();
                }
            }
        }
        assertThat(reached).hasValue(0);
    }

    /** A 307 would carry the presentation along. */
    @Test
    @Requirement("Security §6 redirect")
    void no_redirect_carries_an_answer_there_or_anywhere() {
        try (TestIssuer issuer = new TestIssuer();
                TestServer elsewhere = new TestServer("elsewhere");
                TestVerifier verifier = new TestVerifier("office", Mischief.ANSWERS_MOVED)
                        .saying("moved", elsewhere.origin() + "/answer")) {
            PersonId holder = showings.holder(issuer);
            showings.agree(holder, showings.opened(holder, verifier, ""));

            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @Test
    void a_holders_browser_is_led_to_no_plain_address_there() {
        try (TestIssuer issuer = new TestIssuer()) {
            PersonId holder = showings.holder(issuer);
            String address = "http://127.0.0.1:" + inside.getAddress().getPort() + "/x";
            try (TestVerifier verifier = new TestVerifier("office").saying("redirect_uri", address)) {
                assertThat(showings.next(holder, verifier)).isEmpty();
            }
        }
        assertThat(reached).hasValue(0);
    }
}
