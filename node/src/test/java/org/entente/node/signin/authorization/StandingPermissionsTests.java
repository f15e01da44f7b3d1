package org.entente.node.signin.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.TestResidents;
import org.entente.node.names.TestPerson;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** What a person permitted is seen and ended by that person, and ends with what it was for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingPermissionsTests {
    private final TestResidents residents = new TestResidents(Map.of());
    private final TestNode node = residents.node();
    private final TestWallet wallet = new TestWallet(node);
    private final TestBrowser resident = residents.resident();

    @AfterAll
    void close() {
        residents.close();
    }

    @Test
    void a_person_sees_what_was_permitted_and_withdraws_it() {
        ObjectNode tokens = wallet.tokens(resident);
        String page = resident.get("/en/permissions").body();
        assertThat(page).contains(TestWallet.NAME, "wallet.example", "Proof of identity");
        String withdraw = find("action=\"(/en/permissions/[0-9a-f-]+/withdraw)\"", page);
        TestBrowser other = residents.stranger("gaspe@example.org");
        assertThat(other.get("/en/permissions").body()).doesNotContain("/withdraw");
        other.post(withdraw, Map.of());
        assertThat(opens(tokens)).isTrue();

        resident.post(withdraw, Map.of());
        assertThat(opens(tokens)).isFalse();
        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
        assertThat(resident.get("/en/permissions").body()).doesNotContain(withdraw);
    }

    @Test
    void the_page_is_for_whoever_is_signed_in() {
        assertThat(TestBrowser.location(residents.visitor().get("/fr/permissions")))
                .startsWith("/fr/sign-in");
    }

    @Test
    void whoever_stops_an_attestation_stops_its_renewal_and_no_other() {
        ObjectNode identity = wallet.tokens(resident);
        ObjectNode residence = wallet.tokens(resident, "scope", "proof_of_residence");
        TestHolder holder = new TestHolder(node, wallet.client());
        holder.obtain(identity.path("access_token").stringValue(), TestIssuer.IDENTITY, holder.keys(1));
        String stop = find(
                "(/en/attestations/stop/[^\"]+)",
                resident.get("/en/attestations").body());
        resident.post(stop, Map.of());
        assertThat(refresh(identity).statusCode()).isEqualTo(400);
        assertThat(refresh(residence).statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_stops_an_attestation_ends_the_tokens_of_its_offers_too() {
        TestHolder holder = new TestHolder(node);
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        assertThat(holder.obtain(token, TestIssuer.IDENTITY, holder.keys(1))).hasSize(1);
        String stop = find(
                "(/en/attestations/stop/[^\"]+)",
                resident.get("/en/attestations").body());
        resident.post(stop, Map.of());
        assertThat(holder.request(token, TestIssuer.IDENTITY, holder.proofs(holder.keys(1), holder.nonce()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void revoking_all_of_a_record_ends_every_renewal() {
        ObjectNode tokens = wallet.tokens(resident);
        ObjectNode body = Json.newObject();
        body.putObject("record").put("register", "residents").put("number", TestIssuer.RECORD);
        assertThat(new TestHolder(node).api("/api/revocations", body).statusCode())
                .isEqualTo(200);
        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
        assertThat(opens(tokens)).isFalse();
    }

    @Test
    void revoking_all_of_a_record_leaves_what_the_same_person_permitted_of_something_else() {
        ObjectNode tokens = wallet.tokens(resident);
        JdbcClient sql = node.bean(JdbcClient.class);
        UUID other = sql.sql("""
                        update signin.authorizations set scopes = '{permit_of_another_register}', details = '{}'
                        where id = (select id from signin.authorizations order by allowed_at desc limit 1) returning id""").query(UUID.class).single();
        ObjectNode body = Json.newObject();
        body.putObject("record").put("register", "residents").put("number", TestIssuer.RECORD);
        new TestHolder(node).api("/api/revocations", body);

        assertThat(sql.sql("select count(*) from signin.authorizations where id = :id")
                        .param("id", other)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(refresh(tokens).statusCode()).isEqualTo(200);
    }

    @Test
    void what_a_wallet_is_fetching_is_revoked_with_the_names_that_it_says() {
        String token = wallet.tokens(resident).path("access_token").stringValue();
        TestPerson person = new TestPerson(resident);
        person.record("Rimouski", "entente:open", "used");
        String away = person.record("Matane", "entente:open", "used");
        TestHolder holder = new TestHolder(node, wallet.client());
        List<String> proofs = holder.proofs(holder.keys(1), holder.nonce());
        JdbcClient sql = node.bean(JdbcClient.class);

        List<CompletableFuture<HttpResponse<String>>> both = node.bean(TransactionOperations.class)
                .execute(transaction -> {
                    sql.sql("lock table issuance.families in share mode").update();
                    var fetching =
                            CompletableFuture.supplyAsync(() -> holder.request(token, TestIssuer.IDENTITY, proofs));
                    await().atMost(Duration.ofSeconds(30)).until(() -> waits("issuance.families"));
                    var putting = CompletableFuture.supplyAsync(
                            () -> person.press(away + "/former", Map.of("revoke", "true")));
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> putting.isDone() || waits("signin.authorizations"));
                    return List.of(fetching, putting);
                });

        assertThat(Objects.requireNonNull(both))
                .extracting(answer -> answer.join().statusCode())
                .containsExactly(200, 303);
        assertThat(person.page("/attestations").text()).contains("Stopped").doesNotContain("In force");
    }

    /** Whether a statement about a table waits for another transaction. */
    private boolean waits(String table) {
        return node.bean(JdbcClient.class)
                        .sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and query like :about and cardinality(pg_blocking_pids(pid)) > 0
                        """)
                        .param("about", "%" + table + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private HttpResponse<String> refresh(ObjectNode tokens) {
        return wallet.refresh(tokens.path("refresh_token").stringValue());
    }

    private boolean opens(ObjectNode tokens) {
        return new TestHolder(node, wallet.client())
                        .credential(tokens.path("access_token").stringValue(), "{}")
                        .statusCode()
                != 401;
    }

    private static String find(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
