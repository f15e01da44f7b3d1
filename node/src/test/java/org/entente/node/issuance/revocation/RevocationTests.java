package org.entente.node.issuance.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.issuance.Issuers;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.keys.Keys;
import org.entente.node.signin.Simultaneously;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.statuslist.StatusList;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.statuslist.StatusListVerdict;
import org.entente.protocols.statuslist.StatusReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Revocation by the API: counted first, then done, then seen in the lists at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationTests {
    private TestNode node;
    private TestHolder holder;
    private List<String> identity;
    private List<String> residence;

    @BeforeAll
    void start() {
        node = TestIssuer.start();
        holder = new TestHolder(node);
        issue();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @BeforeEach
    void issue() {
        node.bean(JdbcClient.class)
                .sql("update issuance.families set revoked_at = now() where revoked_at is null")
                .update();
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY, TestIssuer.RESIDENCE));
        identity = holder.obtain(token, TestIssuer.IDENTITY, holder.keys(5));
        residence = holder.obtain(token, TestIssuer.RESIDENCE, holder.keys(2));
    }

    @Test
    void a_rehearsal_counts_and_changes_nothing() {
        String etag = etag();
        ObjectNode answer = revoke("{'dry_run':true,'record':{'register':'residents','number':'TREM54010101'}}");

        assertThat(answer).isEqualTo(json("{'dry_run':true,'families':2,'copies':7,'complete':true}"));
        assertThat(identity).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.VALID));
        assertThat(etag()).isEqualTo(etag);
    }

    @Test
    void a_persons_credentials_are_revoked_in_every_copy_at_once() {
        ObjectNode answer = revoke("{'record':{'register':'residents','number':'TREM 5401 0101'}}");

        assertThat(answer).isEqualTo(json("{'dry_run':false,'families':2,'copies':7,'complete':true}"));
        assertThat(identity).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.INVALID));
        assertThat(residence).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.INVALID));
    }

    @Test
    void a_records_offers_and_their_tokens_end_with_it() {
        TestHolder.Given pending = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String code = holder.code(pending);
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));

        revoke("{'record':{'register':'residents','number':'TREM 5401 0101'}}");

        HttpResponse<String> issued =
                holder.request(token, TestIssuer.IDENTITY, holder.proofs(holder.keys(1), holder.nonce()));
        assertThat(issued.statusCode()).isEqualTo(400);
        assertThat(issued.body()).contains("credential_request_denied");
        assertThat(holder.redeem(code, pending.transactionCode()).body()).contains("invalid_grant");
        assertThat(holder.get(pending.offer().getPath()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_rehearsal_ends_no_offer() {
        TestHolder.Given pending = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);

        revoke("{'dry_run':true,'record':{'register':'residents','number':'TREM 5401 0101'}}");

        assertThat(holder.redeem(pending, pending.transactionCode()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_type_is_revoked_and_another_is_not() {
        revoke("{'configuration':'proof-of-identity','issued_from':'2026-01-01'}");

        assertThat(identity).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.INVALID));
        assertThat(residence).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.VALID));
    }

    @Test
    void a_cohort_of_other_days_is_not_touched() {
        assertThat(revoke("{'configuration':'proof-of-identity','issued_until':'2026-01-01'}")
                        .path("families")
                        .intValue())
                .isZero();
        assertThat(identity).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.VALID));
    }

    @Test
    void a_family_is_revoked_once() {
        byte[] handle = node.bean(JdbcClient.class)
                .sql("select handle from issuance.families where revoked_at is null"
                        + " and configuration = 'proof-of-residence'")
                .query(byte[].class)
                .single();
        String body = "{'family':{'organisation':'registrar','handle':'"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(handle) + "'}}";

        assertThat(revoke(body).path("copies").intValue()).isEqualTo(2);
        assertThat(revoke(body).path("copies").intValue()).isZero();
        assertThat(residence).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.INVALID));
        assertThat(identity).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.VALID));
    }

    @Test
    void concurrent_revocations_of_different_families_all_last() {
        List<String> bodies = List.of(
                "{'configuration':'proof-of-identity'}",
                "{'configuration':'proof-of-residence'}",
                "{'record':{'register':'residents','number':'TREM54010101'}}");

        List<Integer> revoked = Simultaneously.attempt(
                12, i -> () -> revoke(bodies.get(i % 3)).path("copies").intValue());

        assertThat(revoked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(7);
        assertThat(identity).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.INVALID));
        assertThat(residence).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.INVALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'family':{}}",
                "{'family':{'organisation':'registrar','handle':'x'}}",
                "{'record':{'register':'residents'}}",
                "{'record':{'register':'residents','number':7}}",
                "{'record':{'register':'residents','number':'--'}}",
                "{'configuration':'nothing'}",
                "{'configuration':'proof-of-identity','issued_from':'yesterday'}",
                "{'configuration':'proof-of-identity','record':{'register':'residents','number':'1'}}"
            })
    void a_malformed_request_is_refused_and_revokes_nothing(String body) {
        HttpResponse<String> response = holder.api("/api/revocations", json(body));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(identity).allSatisfy(copy -> assertThat(status(copy)).isEqualTo(StatusList.VALID));
    }

    @Test
    void what_there_is_not_is_revoked_without_effect() {
        assertThat(revoke("{'record':{'register':'residents','number':'X1'}}")
                        .path("families")
                        .intValue())
                .isZero();
        assertThat(holder.api(
                                "/api/revocations",
                                json("{'family':{'organisation':'nobody','handle':'" + "A".repeat(43) + "'}}"))
                        .statusCode())
                .isEqualTo(404);
    }

    private ObjectNode revoke(String body) {
        HttpResponse<String> response = holder.api("/api/revocations", json(body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.object(response.body());
    }

    private static ObjectNode json(String text) {
        return Json.object(text.replace('\'', '"'));
    }

    private String etag() {
        return holder.get("/o/registrar/status/1").headers().firstValue("ETag").orElseThrow();
    }

    private int status(String copy) {
        StatusReference place =
                StatusReference.parse(SdJwt.parse(copy).claims().path("status")).orElseThrow();
        var key = node.bean(Keys.class)
                .issuer(node.bean(Issuers.class).require(TestIssuer.ORGANISATION))
                .publicKey()
                .toKey();
        String token = holder.get(place.uri().getPath()).body();
        return switch (StatusListToken.verify(token, key, place.uri(), Instant.now())) {
            case StatusListVerdict.Valid valid -> valid.list().get(place.index());
            case StatusListVerdict.Refused refused -> throw new AssertionError(refused.reason());
        };
    }
}
