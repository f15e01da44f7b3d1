package org.entente.node.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestVerifier.Mischief;
import org.entente.node.wallet.receiving.Problem;
import org.entente.node.wallet.receiving.TestReceptions;
import org.entente.node.wallet.showing.Fault;
import org.entente.node.wallet.showing.TestShowings;
import org.entente.protocols.Requirement;
import org.entente.protocols.x509.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever address a stranger names, and wherever: the wallet's own machine and network stay out of reach. By https, as every
 * address with a meaning inside is refused once it is looked up, and for that reason; nobody connects.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InwardAddressesTests {
    /** This machine, as our client reads it. */
    private static final List<String> HOSTS = List.of(
            "127.0.0.1",
            "0.0.0.0",
            "2130706433",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[64:ff9b::7f00:1]");

    private TestNode wallet;
    private CountedConnections inside;
    private TestReceptions receptions;
    private TestShowings showings;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(
                Map.of("entente.wallet.authorities[0]", Certificates.toBase64(TestSigners.authority())));
        receptions = new TestReceptions(wallet);
        showings = new TestShowings(wallet);
        inside = new CountedConnections();
    }

    @AfterAll
    void close() {
        inside.close();
        wallet.close();
    }

    @AfterEach
    void nobody_connected() {
        assertThat(inside.connections()).isZero();
    }

    /** The same service, under each of its names. */
    private List<String> addresses() {
        return HOSTS.stream().map(this::at).toList();
    }

    private String at(String host) {
        return "https://" + host + ":" + inside.port() + "/x";
    }

    /** Under names by which filters were passed before; some of them mean nothing to our client, and no http is spoken there. */
    private List<String> otherAddresses() {
        return Stream.concat(
                        HOSTS.stream().map(host -> at(host).replace("https:", "http:")),
                        Stream.of("127.1", "0x7f000001", "localhost.", "rimouski@localhost", "a.localhost@127.0.0.1")
                                .flatMap(host -> Stream.of(at(host), at(host).replace("https:", "http:"))))
                .toList();
    }

    @Test
    @Requirement("Security §6 inward")
    void no_link_leads_there() {
        PersonId somebody = TestReceptions.somebody();
        for (String address : addresses()) {
            assertThat(receptions.whyNotOpened(somebody, address)).as(address).contains(Problem.ADDRESS_REFUSED);
            assertThat(showings.whyNotOpened(somebody, "x509_hash:abc", address))
                    .as(address)
                    .contains(Fault.ADDRESS_REFUSED);
        }
        for (String address : otherAddresses()) {
            assertThat(receptions.whyNotOpened(somebody, address)).as(address).isPresent();
            assertThat(showings.whyNotOpened(somebody, "x509_hash:abc", address))
                    .as(address)
                    .isPresent();
        }
    }

    @Test
    @Requirement("Security §6 inward")
    void no_offer_names_its_issuer_there() {
        for (String address : addresses()) {
            try (TestIssuer issuer = new TestIssuer().saying("credential_issuer", address)) {
                assertThat(receptions.whyNotOpened(TestReceptions.somebody(), issuer.offerUri()))
                        .as(address)
                        .contains(Problem.ADDRESS_REFUSED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_servers", "token_endpoint", "nonce_endpoint", "credential_endpoint"})
    @Requirement("Security §6 inward")
    void no_metadata_name_an_endpoint_there(String member) {
        for (String address : addresses()) {
            try (TestIssuer issuer = new TestIssuer().saying(member, address)) {
                assertThat(receptions.whyNotReceived(TestReceptions.somebody(), issuer))
                        .as(address)
                        .contains(Problem.ADDRESS_REFUSED);
            }
        }
    }

    /** What is refused is forgotten; what only fails would come up again. */
    @Test
    @Requirement("OID4VCI 1.0 §12.2.4 notification_endpoint")
    @Requirement("Security §6 inward")
    void nothing_is_told_there() {
        for (String address : addresses()) {
            try (TestIssuer issuer = new TestIssuer().notified().saying("notification_endpoint", address)) {
                assertThat(receptions.receives(TestReceptions.somebody(), issuer))
                        .as(address)
                        .isTrue();
                assertThat(toTell()).as(address).isPositive();
                receptions.tellAll();
                assertThat(toTell()).as(address).isZero();
            }
        }
    }

    private int toTell() {
        return wallet.bean(JdbcClient.class)
                .sql("select count(*) from wallet.notifications")
                .query(Integer.class)
                .single();
    }

    @Test
    @Requirement("Security §6 inward")
    void no_request_for_permission_is_pushed_there() {
        try (TestIssuer issuer = new TestIssuer()) {
            assertThat(receptions.whyNotAsked(TestReceptions.somebody(), issuer))
                    .as("an issuer elsewhere")
                    .isEmpty();
        }
        for (String address : addresses()) {
            try (TestIssuer issuer = new TestIssuer().saying("pushed_authorization_request_endpoint", address)) {
                assertThat(receptions.whyNotAsked(TestReceptions.somebody(), issuer))
                        .as(address)
                        .contains(Problem.ADDRESS_REFUSED);
            }
        }
    }

    /** What is refused is forgotten; what only fails would come up again. */
    @Test
    @Requirement("Security §6 inward")
    void no_permission_is_given_back_there() {
        for (String address : addresses()) {
            try (TestIssuer issuer = new TestIssuer()) {
                issuer.authorizations.takesBack(0);
                issuer.saying("revocation_endpoint", address);
                assertThat(receptions.forgetsPermission(TestReceptions.somebody(), issuer))
                        .as(address)
                        .isTrue();
            }
        }
    }

    /** The verifier's certificate names the host, and an authority that this wallet knows vouches for it. */
    @Test
    @Requirement("Security §6 inward")
    void no_request_is_answered_there() {
        try (TestIssuer issuer = new TestIssuer()) {
            for (String host : HOSTS) {
                PersonId holder = showings.holder(issuer);
                try (TestVerifier verifier =
                        new TestVerifier("office").certifiedFor(host, true).saying("response_uri", at(host))) {
                    assertThat(showings.whyNotTaken(holder, showings.opened(holder, verifier, "")))
                            .as(host)
                            .contains(Fault.ADDRESS_REFUSED);
                }
            }
        }
    }

    /** Where no authority vouches for the certificate, the host would be asked for its own. */
    @Test
    @Requirement("Security §6 inward")
    void no_host_there_is_asked_who_vouches_for_it() {
        for (String host : HOSTS) {
            try (TestVerifier verifier =
                    new TestVerifier("office").certifiedFor(host, false).saying("response_uri", at(host))) {
                assertThat(showings.whyNotOpened(TestReceptions.somebody(), verifier.clientId(), verifier.requestUri()))
                        .as(host)
                        .contains(Fault.ADDRESS_REFUSED);
            }
        }
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
            String address = "http://127.0.0.1:" + inside.port() + "/x";
            try (TestVerifier verifier = new TestVerifier("office").saying("redirect_uri", address)) {
                assertThat(showings.next(holder, verifier)).isEmpty();
            }
        }
    }
}
