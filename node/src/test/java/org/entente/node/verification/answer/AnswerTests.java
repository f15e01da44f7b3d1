package org.entente.node.verification.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.verification.TestColumbia;
import org.entente.node.verification.TestIssuer;
import org.entente.node.verification.TestKey;
import org.entente.node.verification.TestWallet;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.CompactJwe;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What wallets post, good and bad, to the running node. */
class AnswerTests {
    private static TestColumbia columbia;
    private static TestNode node;
    private static TestWallet wallet;

    @BeforeAll
    static void start() {
        columbia = new TestColumbia();
        node = columbia.node();
        wallet = new TestWallet(columbia.quebec().registrar(), 3);
    }

    @AfterAll
    static void stop() {
        columbia.close();
    }

    @Test
    @Requirement("OID4VP 1.0 §8.2 ok")
    @Requirement("HAIP 1.0 §5.1 redirect")
    void takes_a_good_answer_and_leads_the_browser_back() {
        RequestObject request = columbia.ask();

        HttpResponse<String> answer = wallet.post(node, request, wallet::present);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(DirectPost.redirect(answer.body().getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(
                        back -> assertThat(back.toString()).startsWith(TestColumbia.BACK + "&response_code="));
    }

    @Test
    @Requirement("HAIP 1.0 §5 aki")
    @Requirement("HAIP 1.0 §5 ephemeral")
    void asks_for_recognised_authorities_only_and_with_a_new_key_each_time() {
        RequestObject request = columbia.ask();

        assertThat(request.query().credentials().getFirst().authorities()).isNotEmpty();
        assertThat(request.metadata().encryptionKey())
                .isNotEqualTo(columbia.ask().metadata().encryptionKey());
    }

    @Test
    @Requirement("Token Status List §12.1 no-tracking")
    void the_issuers_government_is_asked_nothing() {
        int before = columbia.quebec().asked();

        assertThat(wallet.post(node, columbia.ask(), wallet::present).statusCode())
                .isEqualTo(200);

        assertThat(columbia.quebec().asked()).isEqualTo(before);
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 criteria")
    @Requirement("OID4VP 1.0 §8.6 holder")
    @Requirement("OID4VP 1.0 §8.6 replay")
    @Requirement("OID4VP 1.0 §8.6 rejected")
    @Requirement("OID4VP 1.0 §14.1.2 checked")
    @Requirement("Security §4 holder-binding")
    void names_the_first_step_that_failed() {
        assertThat(step(request -> wallet.credential()
                        .withOnly(claims(request))
                        .present(wallet.holder(), request.clientId(), "another", Instant.now())))
                .isEqualTo("nonce");
        assertThat(step(request -> wallet.credential()
                        .withOnly(claims(request))
                        .present(wallet.holder(), "x509_hash:other", request.nonce(), Instant.now())))
                .isEqualTo("audience");
        assertThat(step(request -> wallet.credential()
                        .withOnly(claims(request))
                        .present(
                                wallet.holder(),
                                request.clientId(),
                                request.nonce(),
                                Instant.now().minus(Duration.ofDays(365)))))
                .isEqualTo("presentation-time");
        assertThat(step(request -> wallet.credential().withOnly(claims(request)).toString()))
                .isEqualTo("holder-key");
        assertThat(step(request -> wallet.credential()
                        .present(wallet.holder(), request.clientId(), request.nonce(), Instant.now())))
                .isEqualTo("disclosed-claims");
    }

    @Test
    @Requirement("OID4VP 1.0 §6.1 own-check")
    void refuses_an_issuer_that_no_entente_knows_and_a_foreign_authority() {
        URI elsewhere = URI.create(node.origin().toString().replace("british-columbia", "elsewhere") + "/o/registry");
        TestWallet stranger = new TestWallet(TestIssuer.at(elsewhere, Instant.now()), 3);
        TestWallet impostor =
                new TestWallet(TestIssuer.at(columbia.quebec().registrar().issuer(), Instant.now()), 3);

        assertThat(step(request -> dishonest(stranger, request))).isEqualTo("issuer");
        assertThat(step(request -> dishonest(impostor, request))).isEqualTo("certificate");
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 policy")
    void refuses_a_revoked_credential_once_the_mirror_knows() {
        TestWallet revoked = new TestWallet(columbia.quebec().registrar(), 99);
        columbia.quebec().revoke(99);
        columbia.entente().mirror();

        assertThat(step(revoked::present)).isEqualTo("status");
    }

    @Test
    @Requirement("Security §4 entente")
    void refuses_while_the_issuers_party_is_suspended() {
        try (TestColumbia other = new TestColumbia()) {
            TestWallet resident = new TestWallet(other.quebec().registrar(), 3);
            RequestObject request = other.ask();
            other.entente().suspendQuebec();

            HttpResponse<String> answer = resident.post(other.node(), request, resident::present);

            assertThat(description(answer)).startsWith("step standing:");
        }
    }

    @Test
    void a_refused_answer_leads_the_browser_back_too_and_takes_no_second_one() {
        RequestObject request = columbia.ask();
        HttpResponse<String> refused =
                wallet.post(node, request, asked -> wallet.credential().toString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(DirectPost.redirect(refused.body().getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        assertThat(wallet.post(node, request, wallet::present).statusCode()).isEqualTo(400);
    }

    @Test
    void what_cannot_be_decrypted_changes_nothing() {
        RequestObject request = columbia.ask();
        String toAnother =
                CompactJwe.encrypt(TestKey.create().publicKey(), "A256GCM", "{}".getBytes(StandardCharsets.UTF_8));

        for (String garbage : List.of("garbage", "a.b.c.d.e", "....", toAnother)) {
            HttpResponse<String> answer = TestWallet.post(node, request, Map.of("response", garbage));
            assertThat(answer.statusCode()).as(garbage).isEqualTo(400);
            assertThat(Json.object(answer.body()).path("error").asString()).isEqualTo("invalid_request");
        }
        assertThat(TestWallet.post(node, request, Map.of()).statusCode()).isEqualTo(400);
        assertThat(wallet.post(node, request, wallet::present).statusCode()).isEqualTo(200);
    }

    @Test
    void an_oversized_answer_changes_nothing() {
        RequestObject request = columbia.ask();

        assertThat(TestWallet.post(node, request, Map.of("response", "a".repeat(100_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(wallet.post(node, request, wallet::present).statusCode()).isEqualTo(200);
    }

    @Test
    @Requirement("OID4VP 1.0 §8.6 replay")
    void a_replayed_answer_is_taken_once_and_its_wallet_learns_what_became_of_it() {
        RequestObject request = columbia.ask();
        Map<String, String> form =
                TestWallet.answer(request, wallet.present(request)).toForm();
        HttpResponse<String> taken = TestWallet.post(node, request, form);
        HttpResponse<String> replayed = TestWallet.post(node, request, form);

        assertThat(List.of(taken.statusCode(), replayed.statusCode())).containsExactly(200, 400);
        assertThat(error(replayed)).isEqualTo(DirectPost.ALREADY_ANSWERED);
        assertThat(redirect(replayed)).isEqualTo(redirect(taken));
        assertThat(error(wallet.post(node, request, wallet::present))).isEqualTo("invalid_request");

        RequestObject other = columbia.ask();
        var unbound = TestWallet.answer(other, wallet.credential().toString()).toForm();
        HttpResponse<String> refused = TestWallet.post(node, other, unbound);
        assertThat(TestWallet.post(node, other, unbound).body()).isEqualTo(refused.body());
    }

    @Test
    @Requirement("OID4VP 1.0 §14.1.2 checked")
    @Requirement("OID4VP 1.0 §14.5 integrity")
    void an_answer_to_another_request_does_not_fit() {
        RequestObject first = columbia.ask();
        RequestObject second = columbia.ask();
        Map<String, String> form =
                TestWallet.answer(second, wallet.present(first)).toForm();

        assertThat(description(TestWallet.post(node, second, form))).startsWith("step nonce:");
    }

    @Test
    @Requirement("OID4VP 1.0 §14.3.2 state")
    void an_expired_request_is_neither_shown_nor_answered() {
        RequestObject request = columbia.ask();
        String id = request.responseUri().getPath().substring("/o/citizen-services/responses/".length());
        node.bean(JdbcClient.class)
                .sql("update verification.presentations set expires_at = now() where id = ?")
                .param(id)
                .update();

        assertThat(wallet.post(node, request, wallet::present).statusCode()).isEqualTo(400);
    }

    @Test
    @Requirement("OID4VP 1.0 §14.3.2 state")
    void an_unknown_request_is_not_answered() {
        RequestObject request = columbia.ask();
        RequestObject elsewhere = new RequestObject(
                request.clientId(),
                URI.create(request.responseUri() + "x"),
                request.nonce(),
                "",
                request.query(),
                request.metadata(),
                null,
                request.issuedAt(),
                request.expiresAt());

        assertThat(wallet.post(node, elsewhere, asked -> wallet.present(request))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_encrypted_refusal_of_the_holder_is_an_answer() {
        RequestObject request = columbia.ask();
        var refusal = new WalletAnswer.Declined(WalletAnswer.Declined.ACCESS_DENIED, "");
        var form = new DirectPost.Encrypted(refusal.encrypt(request.metadata())).toForm();

        assertThat(TestWallet.post(node, request, form).statusCode()).isEqualTo(200);
        assertThat(wallet.post(node, request, wallet::present).statusCode()).isEqualTo(400);
    }

    private interface Cheat {
        String present(RequestObject request);
    }

    private static String step(Cheat cheat) {
        RequestObject request = columbia.ask();
        HttpResponse<String> answer = wallet.post(node, request, cheat::present);
        assertThat(answer.statusCode()).isEqualTo(400);
        String description = description(answer);
        return description.substring("step ".length(), description.indexOf(':'));
    }

    private static String error(HttpResponse<String> answer) {
        return Json.object(answer.body()).path("error").asString();
    }

    private static URI redirect(HttpResponse<String> answer) {
        return DirectPost.redirect(answer.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static String description(HttpResponse<String> answer) {
        return Json.object(answer.body()).path("error_description").asString();
    }

    private static List<ClaimPath> claims(RequestObject request) {
        return List.copyOf(request.query().credentials().getFirst().paths());
    }

    /** Presents although the request does not ask for this authority's credentials. */
    private static String dishonest(TestWallet stranger, RequestObject request) {
        return stranger.credential()
                .withOnly(claims(request))
                .present(stranger.holder(), request.clientId(), request.nonce(), Instant.now());
    }
}
