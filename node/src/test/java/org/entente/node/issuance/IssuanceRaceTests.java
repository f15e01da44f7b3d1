package org.entente.node.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.signin.Simultaneously;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** What is used once stays so under fifty attempts on two processes of one node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuanceRaceTests {
    private static final int ATTEMPTS = 50;

    private TestNode node;
    private TestNode twin;
    private TestHolder holder;

    @BeforeAll
    void start() {
        node = TestIssuer.start();
        twin = node.twin();
        holder = new TestHolder(node);
    }

    @AfterAll
    void stop() {
        twin.close();
        node.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1.1 single-use")
    @Requirement("Security §2 code-once")
    void one_of_fifty_redemptions_gets_a_token() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String code = holder.code(given);

        List<HttpResponse<String>> answers =
                Simultaneously.attempt(ATTEMPTS, i -> () -> at(i).redeem(code, given.transactionCode()));

        assertOneWins(answers, "invalid_grant");
        assertThat(count("select count(*) from signin.access_tokens where subject in "
                        + "(select id::text from issuance.offers where state = 'redeemed')"))
                .isOne();
    }

    @Test
    @Requirement("OID4VCI 1.0 §13.6.1 replay")
    void fifty_wrong_transaction_codes_at_once_are_five_tries() {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String code = holder.code(given);

        Simultaneously.attempt(ATTEMPTS, i -> () -> at(i).redeem(code, "wrong"));

        assertThat(count("select max(failed_tries) from issuance.offers")).isEqualTo(5);
        assertThat(holder.redeem(code, given.transactionCode()).statusCode()).isEqualTo(400);
    }

    @Test
    @Requirement("OID4VCI 1.0 §13.8 nonce")
    @Requirement("Security §2 nonce-once")
    void one_of_fifty_requests_spends_a_nonce() {
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        List<Signer> keys = holder.keys(2);
        List<String> proofs = holder.proofs(keys, holder.nonce());
        long families = count("select count(*) from issuance.families");
        long entries = count("select count(*) from issuance.status_entries");

        List<HttpResponse<String>> answers =
                Simultaneously.attempt(ATTEMPTS, i -> () -> at(i).request(token, TestIssuer.IDENTITY, proofs));

        assertOneWins(answers, "invalid_nonce");
        assertThat(count("select count(*) from issuance.families")).isEqualTo(families + 1);
        assertThat(count("select count(*) from issuance.status_entries")).isEqualTo(entries + 2);
    }

    @Test
    void concurrent_batches_of_one_person_are_families_of_their_own() {
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        long families = count("select count(*) from issuance.families");

        List<List<String>> batches =
                Simultaneously.attempt(10, i -> () -> at(i).obtain(token, TestIssuer.IDENTITY, holder.keys(1)));

        assertThat(batches).hasSize(10);
        assertThat(count("select count(*) from issuance.families")).isEqualTo(families + 10);
    }

    @Test
    void nothing_is_issued_beside_a_revocation_of_the_record() {
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        List<String> proofs = Stream.generate(
                        () -> holder.proofs(holder.keys(1), holder.nonce()).getFirst())
                .limit(ATTEMPTS)
                .toList();
        ObjectNode revocation = Json.newObject();
        revocation.putObject("record").put("register", "residents").put("number", TestIssuer.RECORD);

        List<Integer> answers = Simultaneously.attempt(
                ATTEMPTS,
                i -> () -> (i == 0
                                ? holder.api("/api/revocations", revocation)
                                : at(i).request(token, TestIssuer.IDENTITY, List.of(proofs.get(i))))
                        .statusCode());

        assertThat(answers).allMatch(status -> status == 200 || status == 400);
        assertThat(answers.getFirst()).isEqualTo(200);
        assertThat(count("select count(*) from issuance.families where revoked_at is null"))
                .as("families that outlived the revocation of all that the record has")
                .isZero();
    }

    @Test
    void a_proof_that_was_used_does_not_tell_whether_a_transaction_code_is_right_and_spends_nothing() {
        TestOAuthClient wallet = new TestOAuthClient(node);
        String used = wallet.proof("POST", "/oauth/token", "");
        useUp(wallet, used);
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);

        HttpResponse<String> wrong = wallet.token(form(given, "wrong"), used);
        HttpResponse<String> right = wallet.token(form(given, given.transactionCode()), used);
        assertThat(List.of(wrong, right)).extracting(HttpResponse::statusCode).containsOnly(400);
        assertThat(wrong.body()).contains("invalid_dpop_proof").isEqualTo(right.body());
        assertThat(holder.redeem(given, given.transactionCode()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_wrong_transaction_code_counts_although_its_proof_is_used_up_meanwhile() {
        TestOAuthClient wallet = new TestOAuthClient(node);
        String proof = wallet.proof("POST", "/oauth/token", "");
        Map<String, String> wrong = form(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY), "wrong");
        long counted = count("select sum(failed_tries) from issuance.offers");
        CompletableFuture<HttpResponse<String>> guess = node.bean(TransactionOperations.class)
                .execute(transaction -> {
                    count("select count(*) from (select from issuance.offers for update)");
                    long pid = count("select pg_backend_pid()");
                    var waiting = CompletableFuture.supplyAsync(() -> wallet.token(wrong, proof));
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> count("select count(*) from pg_stat_activity where " + pid
                                            + " = any(pg_blocking_pids(pid))")
                                    == 1);
                    useUp(wallet, proof);
                    return waiting;
                });
        assertThat(Objects.requireNonNull(guess).join().body()).contains("invalid_dpop_proof");
        assertThat(count("select sum(failed_tries) from issuance.offers")).isEqualTo(counted + 1);
    }

    private void useUp(TestOAuthClient wallet, String proof) {
        TestHolder.Given mine = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        assertThat(wallet.token(form(mine, mine.transactionCode()), proof).statusCode())
                .isEqualTo(200);
    }

    private Map<String, String> form(TestHolder.Given given, String transactionCode) {
        return Map.of(
                "grant_type",
                PreAuthorizedCode.GRANT_TYPE,
                "pre-authorized_code",
                holder.code(given),
                "tx_code",
                transactionCode);
    }

    private TestHolder at(int attempt) {
        return attempt % 2 == 0 ? holder : holder.at(twin);
    }

    private long count(String query) {
        return node.bean(JdbcClient.class).sql(query).query(Long.class).single();
    }

    private static void assertOneWins(List<HttpResponse<String>> answers, String refusal) {
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> assertThat(
                                Json.object(answer.body()).path("error").stringValue())
                        .isEqualTo(refusal));
    }
}
