package org.entente.protocols.statuslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.entente.protocols.statuslist.StatusListVerdict.Refused;
import org.entente.protocols.statuslist.StatusListVerdict.Step;
import org.entente.protocols.statuslist.StatusListVerdict.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class StatusListTokenTests {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final URI LIST = URI.create("https://quebec.example/o/etat-civil/status/3");

    private final TestSigner signer = TestSigner.create();
    private final ECPublicKey key = signer.publicKey().toKey();

    @Test
    void writes_what_it_verifies() {
        StatusListVerdict verdict = StatusListToken.verify(token(NOW, NOW.plusSeconds(600)), key, LIST, NOW);

        assertThat(verdict).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.list().get(42)).isEqualTo(StatusList.INVALID);
            assertThat(valid.list().get(41)).isEqualTo(StatusList.VALID);
            assertThat(valid.issuedAt()).isEqualTo(NOW);
            assertThat(valid.expiresAt()).contains(NOW.plusSeconds(600));
            assertThat(valid.timeToLive()).contains(Duration.ofMinutes(5));
        });
    }

    @Test
    @Requirement("Token Status List §5.1 typ")
    @Requirement("Token Status List §5.1 exp-ttl")
    void has_the_members_of_the_drafts_example() {
        CompactJws token = StatusListToken.parse(token(NOW, NOW.plusSeconds(600)));

        assertThat(token.type()).isEqualTo("statuslist+jwt");
        assertThat(token.claims().propertyNames()).containsExactlyInAnyOrder("sub", "iat", "exp", "ttl", "status_list");
        assertThat(token.claims().path("status_list").propertyNames()).containsExactlyInAnyOrder("bits", "lst");
    }

    @Test
    void a_full_list_of_two_to_the_twentieth_is_read() {
        byte[] noise = new byte[(1 << 20) / 8];
        new Random(7).nextBytes(noise);
        String token = StatusListToken.sign(
                signer, LIST, StatusList.of(1, noise), NOW, NOW.plusSeconds(600), Duration.ofMinutes(5));

        assertThat(StatusListToken.verify(token, key, LIST, NOW)).isInstanceOf(Valid.class);
    }

    @Test
    @Requirement("Token Status List §5.1 typ")
    @Requirement("Token Status List §5.1 signature")
    @Requirement("Token Status List §5.1 sub")
    @Requirement("Token Status List §8.3 subject")
    @Requirement("Token Status List §8.3 expired")
    @Requirement("Token Status List §8.3 validated")
    void each_step_refuses() {
        String token = token(NOW, NOW.plusSeconds(600));

        assertStep(StatusListToken.verify("nonsense", key, LIST, NOW), Step.FORM);
        assertStep(StatusListToken.verify(signed("JWT", claims()), key, LIST, NOW), Step.TYPE);
        ECPublicKey other = TestSigner.create().publicKey().toKey();
        assertStep(StatusListToken.verify(token, other, LIST, NOW), Step.SIGNATURE);
        assertStep(StatusListToken.verify(token, key, LIST.resolve("4"), NOW), Step.SUBJECT);
        assertStep(StatusListToken.verify(token, key, LIST, NOW.plusSeconds(600)), Step.VALIDITY);
        assertStep(StatusListToken.verify(token, key, LIST, NOW.minusSeconds(61)), Step.VALIDITY);
    }

    @Test
    @Requirement("Token Status List §5.1 iat")
    @Requirement("Token Status List §5.1 ttl-positive")
    @Requirement("Token Status List §11.1 decoding")
    void a_genuine_token_that_is_malformed_inside_fails_at_the_form() {
        assertStep(verifyClaims(claims().put("iat", "now")), Step.FORM);
        assertStep(verifyClaims((ObjectNode) claims().without("iat")), Step.FORM);
        assertStep(verifyClaims(claims().put("ttl", -1)), Step.FORM);
        assertStep(verifyClaims(claims().put("status_list", "x")), Step.FORM);
    }

    @Test
    @Requirement("Token Status List §6.2 reference")
    void a_reference_reads_as_it_is_written() {
        StatusReference reference = new StatusReference(LIST, 42);

        assertThat(Json.write(reference.toJson()))
                .isEqualTo("{\"status_list\":{\"idx\":42,\"uri\":\"https://quebec.example/o/etat-civil/status/3\"}}");
        assertThat(StatusReference.parse(reference.toJson())).contains(reference);
    }

    @Test
    void a_credential_may_have_no_status_list() {
        assertThat(StatusReference.parse(Json.newObject().path("status"))).isEmpty();
        assertThat(StatusReference.parse(Json.newObject())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\"",
                "{\"status_list\":7}",
                "{\"status_list\":{\"idx\":-1,\"uri\":\"https://a.example\"}}",
                "{\"status_list\":{\"idx\":1.5,\"uri\":\"https://a.example\"}}",
                "{\"status_list\":{\"idx\":99999999999,\"uri\":\"https://a.example\"}}",
                "{\"status_list\":{\"idx\":1,\"uri\":\"/relative\"}}",
                "{\"status_list\":{\"idx\":1,\"uri\":\"ht tp://a\"}}",
                "{\"status_list\":{\"idx\":1}}"
            })
    @Requirement("Token Status List §6.2 reference")
    void refuses_the_reference(String json) {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> StatusReference.parse(Json.parse(json)));
    }

    private String token(Instant issuedAt, Instant expiresAt) {
        StatusList list = StatusList.create(1, 1000);
        list.set(42, StatusList.INVALID);
        return StatusListToken.sign(signer, LIST, list, issuedAt, expiresAt, Duration.ofMinutes(5));
    }

    private ObjectNode claims() {
        return StatusListToken.parse(token(NOW, NOW.plusSeconds(600))).claims();
    }

    private String signed(String type, ObjectNode claims) {
        return CompactJws.sign(signer, type, claims);
    }

    private StatusListVerdict verifyClaims(ObjectNode claims) {
        return StatusListToken.verify(signed(StatusListToken.TYPE, claims), key, LIST, NOW);
    }

    private static void assertStep(StatusListVerdict verdict, Step step) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.step()).isEqualTo(step));
    }
}
