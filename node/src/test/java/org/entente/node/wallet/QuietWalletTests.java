package org.entente.node.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestServer.Seen;
import org.entente.node.wallet.receiving.TestReceptions;
import org.entente.node.wallet.showing.TestShowings;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What strangers see of a wallet: the requests of the protocols, and nothing by which it or its holder is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuietWalletTests {
    private static final Set<String> OF_HTTP =
            Set.of("host", "connection", "accept", "content-type", "content-length", "dpop", "authorization");

    private TestNode wallet;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(Map.of());
    }

    @AfterAll
    void close() {
        wallet.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1.3 get")
    @Requirement("OID4VCI 1.0 §12.2.2 get")
    @Requirement("OID4VCI 1.0 §12.2.2 accept")
    void an_issuer_is_read_by_get_and_asked_for_json() {
        try (TestIssuer issuer = new TestIssuer()) {
            new TestReceptions(wallet).receive(TestReceptions.somebody(), issuer);

            List<Seen> reading = issuer.seen().stream()
                    .filter(seen -> seen.method().equals("GET"))
                    .toList();
            assertThat(reading)
                    .extracting(Seen::path)
                    .containsExactly(
                            "/offers",
                            "/.well-known/openid-credential-issuer/o/registrar",
                            "/.well-known/oauth-authorization-server");
            assertThat(reading).extracting(seen -> seen.header("Accept")).containsOnly("application/json");
        }
    }

    @Test
    @Requirement("OID4VCI 1.0 §8.2 media-type")
    void an_issuer_learns_of_the_wallet_what_the_protocol_needs() {
        try (TestIssuer issuer = new TestIssuer()) {
            new TestReceptions(wallet).receive(TestReceptions.somebody(), issuer);

            assertThat(headers(issuer.seen())).isSubsetOf(OF_HTTP);
            assertThat(issuer.seen())
                    .filteredOn(seen -> seen.path().equals("/credential"))
                    .extracting(seen -> seen.header("Content-Type"))
                    .allMatch(type -> type.startsWith("application/json"));
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §15.6 fingerprint")
    @Requirement("OID4VP 1.0 §15.8 no-pii")
    @Requirement("OID4VP 1.0 §15.10 identifiers")
    void a_verifier_learns_of_the_wallet_what_the_protocol_needs() {
        try (TestIssuer issuer = new TestIssuer();
                TestVerifier verifier = new TestVerifier("office")) {
            TestShowings showings = new TestShowings(wallet);
            PersonId holder = showings.holder(issuer);
            int before = issuer.seen().size();

            showings.agree(holder, showings.opened(holder, verifier, ""));

            assertThat(headers(verifier.seen())).isSubsetOf(OF_HTTP).doesNotContain("dpop", "authorization");
            assertThat(verifier.seen())
                    .extracting(seen -> seen.method() + " " + seen.path())
                    .containsOnly("GET /request", "GET /.well-known/openid-federation", "POST /answer");
            assertThat(issuer.seen()).as("the issuer hears of nothing").hasSize(before);
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §5.10 post")
    void a_request_is_posted_for_as_a_form_where_the_verifier_wants_it_so() {
        try (TestIssuer issuer = new TestIssuer();
                TestVerifier verifier = new TestVerifier("office")) {
            TestShowings showings = new TestShowings(wallet);
            showings.opened(showings.holder(issuer), verifier, "post");

            assertThat(verifier.seen())
                    .filteredOn(seen -> seen.path().equals("/request"))
                    .isNotEmpty()
                    .allSatisfy(seen -> {
                        assertThat(seen.method()).isEqualTo("POST");
                        assertThat(seen.header("Content-Type").toLowerCase(Locale.ROOT))
                                .startsWith("application/x-www-form-urlencoded");
                        assertThat(seen.header("Accept")).isEqualTo("application/oauth-authz-req+jwt");
                    });
        }
    }

    private static Set<String> headers(List<Seen> seen) {
        return seen.stream()
                .flatMap(request -> request.headers().keySet().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
