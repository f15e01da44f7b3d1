package org.entente.protocols.oid4vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protocols.oid4vp.TestRequests.NOW;
import static org.entente.protocols.oid4vp.TestRequests.RESPONSE_KEY;
import static org.entente.protocols.oid4vp.TestRequests.VERIFIER;
import static org.entente.protocols.oid4vp.TestRequests.request;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.oid4vp.RequestVerdict.Faulty;
import org.entente.protocols.oid4vp.RequestVerdict.Reason;
import org.entente.protocols.oid4vp.RequestVerdict.Refused;
import org.entente.protocols.oid4vp.RequestVerdict.Valid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RequestObjectTests {
    private static final String CLIENT = RequestObject.clientId(VERIFIER);

    @Test
    void is_read_as_it_was_written() {
        RequestVerdict verdict = verify(request().sign(VERIFIER), NOW);

        assertThat(verdict).isEqualTo(new Valid(request(), VERIFIER.certificates()));
    }

    @Test
    @Requirement("OID4VP 1.0 §5 typ")
    @Requirement("OID4VP 1.0 §5.1 enc")
    @Requirement("OID4VP 1.0 §5.6 vp_token")
    @Requirement("OID4VP 1.0 §5.8 aud")
    @Requirement("OID4VP 1.0 §8.3 alg")
    @Requirement("HAIP 1.0 §5 vp_token")
    @Requirement("HAIP 1.0 §5 x509_hash")
    @Requirement("HAIP 1.0 §5 enc-verifier")
    @Requirement("HAIP 1.0 §5.1 direct_post.jwt")
    @Requirement("OID4VP 1.0 §5.2 client_id")
    void says_on_the_wire_what_the_specification_asks() {
        CompactJws jws = CompactJws.parse(request().sign(VERIFIER));

        assertThat(jws.type()).isEqualTo("oauth-authz-req+jwt");
        assertThat(jws.claims().path("aud").asString()).isEqualTo("https://self-issued.me/v2");
        assertThat(jws.claims().path("client_id").asString()).startsWith("x509_hash:");
        assertThat(jws.claims().path("response_type").asString()).isEqualTo("vp_token");
        assertThat(jws.claims().path("response_mode").asString()).isEqualTo("direct_post.jwt");
        assertThat(jws.claims()
                        .at("/client_metadata/encrypted_response_enc_values_supported")
                        .toString())
                .isEqualTo("[\"A128GCM\",\"A256GCM\"]");
        assertThat(jws.claims().at("/client_metadata/jwks/keys/0/alg").asString())
                .isEqualTo("ECDH-ES");
        assertThat(jws.claims().has("sub")).isFalse();
    }

    @Test
    @Requirement("OID4VP 1.0 §5.9.3 x509_hash-signature")
    void refuses_a_request_signed_by_another_key() {
        TestSigner impostor =
                TestSigner.create().withCertificates(VERIFIER.certificates().getFirst());

        assertThat(verify(request().sign(impostor), NOW)).isEqualTo(new Refused(Reason.SIGNATURE));
    }

    @Test
    @Requirement("OID4VP 1.0 §5.9.3 x509_hash")
    void refuses_a_certificate_that_the_client_identifier_does_not_name() {
        assertThat(verify(request().sign(TestRequests.verifier()), NOW))
                .isEqualTo(new Refused(Reason.CERTIFICATE_HASH));
    }

    @Test
    @Requirement("OID4VP 1.0 §5.9.2 unregistered")
    void refuses_a_client_identifier_of_another_kind() {
        assertThat(new RequestVerification("redirect_uri:https://bc.example", "")
                        .verify(request().sign(VERIFIER), NOW))
                .isEqualTo(new Refused(Reason.CLIENT_ID_PREFIX));
    }

    @Test
    @Requirement("OID4VP 1.0 §5.10.1 same-client")
    void refuses_a_client_identifier_that_differs_inside() {
        assertThat(verify(altered("client_id", "x509_hash:other"), NOW)).isEqualTo(new Refused(Reason.CLIENT_ID));
    }

    @Test
    @Requirement("OID4VP 1.0 §5.8 aud")
    void refuses_another_audience() {
        assertThat(verify(altered("aud", "https://wallet.example"), NOW)).isEqualTo(new Refused(Reason.AUDIENCE));
    }

    @Test
    @Requirement("OID4VP 1.0 §5 typ")
    void refuses_another_type() {
        String jwt = CompactJws.sign(VERIFIER, "JWT", request().toJson(), JoseOption.CERTIFICATES);

        assertThat(verify(jwt, NOW)).isEqualTo(new Refused(Reason.TYPE));
    }

    @Test
    void refuses_an_expired_request_and_one_from_the_future() {
        String jwt = request().sign(VERIFIER);

        assertThat(verify(jwt, NOW.plusSeconds(300))).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(verify(jwt, NOW.minusSeconds(61))).isEqualTo(new Refused(Reason.ISSUED_IN_FUTURE));
    }

    @Test
    void takes_a_request_whose_verifier_gives_it_no_time() {
        assertThat(verify(dated(null, null), NOW)).isInstanceOf(Valid.class);
        assertThat(verify(dated(null, NOW.plusSeconds(1)), NOW)).isInstanceOf(Valid.class);
        assertThat(verify(dated(null, NOW), NOW)).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void refuses_a_request_of_the_day_before_yesterday_whatever_end_it_has() {
        Instant old = NOW.minus(RequestVerification.MAX_AGE).minus(RequestVerification.CLOCK_SKEW);
        Instant end = NOW.plusSeconds(300);

        assertThat(verify(dated(old, end), NOW)).isInstanceOf(Valid.class);
        assertThat(verify(dated(old.minusSeconds(1), end), NOW)).isEqualTo(new Refused(Reason.EXPIRED));
        assertThat(verify(dated(old.minusSeconds(1), null), NOW)).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    @Requirement("OID4VP 1.0 §5.10 wallet_nonce")
    @Requirement("OID4VP 1.0 §5.10.1 wallet_nonce-checked")
    void echoes_the_nonce_of_a_wallet() {
        String jwt = request().sign(VERIFIER, "w-1");

        assertThat(new RequestVerification(CLIENT, "w-1").verify(jwt, NOW)).isInstanceOf(Valid.class);
        assertThat(new RequestVerification(CLIENT, "w-2").verify(jwt, NOW)).isEqualTo(new Refused(Reason.WALLET_NONCE));
    }

    @Test
    @Requirement("OID4VP 1.0 §5.2 response_mode")
    @Requirement("OID4VP 1.0 §8.2 response_uri")
    void refuses_another_way_of_answering() {
        assertThat(verify(altered("response_mode", "direct_post"), NOW)).isInstanceOf(Faulty.class);
        assertThat(verify(altered("redirect_uri", "https://bc.example"), NOW)).isInstanceOf(Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"origin:https://bc.example", "x509_san_dns:bc.example", "X509_HASH:abc", "bc", "", ":"})
    @Requirement("OID4VP 1.0 §5.9.1 prefix")
    @Requirement("OID4VP 1.0 §5.9.2 unregistered")
    @Requirement("OID4VP 1.0 §5.9.3 origin")
    void refuses_every_prefix_but_one(String clientId) {
        String jwt = CompactJws.sign(
                VERIFIER,
                "oauth-authz-req+jwt",
                request().toJson().put("client_id", clientId),
                JoseOption.CERTIFICATES);

        assertThat(new RequestVerification(clientId, "").verify(jwt, NOW))
                .isEqualTo(new Refused(Reason.CLIENT_ID_PREFIX));
    }

    @Test
    @Requirement("OID4VP 1.0 §5 iss")
    @Requirement("OID4VP 1.0 §5 unknown")
    @Requirement("OID4VP 1.0 §5.1 metadata-unknown")
    void passes_over_an_issuer_and_what_it_does_not_know() {
        ObjectNode claims =
                request().toJson().put("iss", "https://stranger.example").put("novelty", 1);
        claims.withObject("client_metadata").put("client_name", "x").putObject("novelty");
        String jwt = CompactJws.sign(VERIFIER, "oauth-authz-req+jwt", claims, JoseOption.CERTIFICATES);

        assertThat(verify(jwt, NOW)).isEqualTo(new Valid(request(), VERIFIER.certificates()));
    }

    @Test
    @Requirement("OID4VP 1.0 §5.1 client_metadata-keys")
    void no_key_for_the_answer_verifies_the_request() {
        TestSigner answering =
                RESPONSE_KEY.withCertificates(VERIFIER.certificates().getFirst());

        assertThat(verify(request().sign(answering), NOW)).isEqualTo(new Refused(Reason.SIGNATURE));
    }

    @Test
    @Requirement("OID4VP 1.0 §5.1 query")
    void a_scope_does_not_take_the_place_of_a_query() {
        ObjectNode claims = request().toJson().put("scope", "identity");
        claims.remove("dcql_query");
        String jwt = CompactJws.sign(VERIFIER, "oauth-authz-req+jwt", claims, JoseOption.CERTIFICATES);

        assertThat(verify(jwt, NOW)).isInstanceOf(Faulty.class);
    }

    @Test
    @Requirement("OID4VP 1.0 §8.3 enc")
    @Requirement("HAIP 1.0 §5 enc-wallet")
    void is_answered_under_the_strongest_encryption_that_both_have() {
        ClientMetadata metadata = request().metadata();

        assertThat(metadata.contentEncryption()).isEqualTo("A256GCM");
        assertThat(new ClientMetadata(metadata.keys(), List.of("A128GCM"), metadata.formats()).contentEncryption())
                .isEqualTo("A128GCM");
        assertThat(new ClientMetadata(metadata.keys(), List.of(), metadata.formats()).contentEncryption())
                .isEqualTo("A128GCM");
        ClientMetadata unknown = new ClientMetadata(metadata.keys(), List.of("A192GCM"), metadata.formats());
        assertThatThrownBy(unknown::contentEncryption).isInstanceOf(ProtocolError.class);
    }

    @Test
    @Requirement("OID4VP 1.0 §5.1 kid")
    @Requirement("OID4VP 1.0 §5.1 formats")
    @Requirement("OID4VP 1.0 §B.3.4 formats")
    void says_which_formats_it_takes_and_names_its_key() {
        JsonNode metadata = request().toJson().path("client_metadata");

        assertThat(metadata.path("vp_formats_supported").toString())
                .isEqualTo("{\"dc+sd-jwt\":{\"sd-jwt_alg_values\":[\"ES256\"],\"kb-jwt_alg_values\":[\"ES256\"]}}");
        assertThat(metadata.at("/jwks/keys/0/kid").stringValue()).isNotEmpty();
    }

    @Test
    void is_still_read_after_the_year_2038() {
        Instant later = Instant.parse("2049-11-22T12:00:00Z");
        ObjectNode claims = request().toJson();
        claims.put("iat", later.getEpochSecond())
                .put("exp", later.plusSeconds(300).getEpochSecond());

        assertThat(RequestObject.parse(claims).expiresAt()).contains(later.plusSeconds(300));
        assertThatThrownBy(() -> RequestObject.parse(claims.put("exp", Long.MAX_VALUE)))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    void is_reached_by_a_link() {
        RequestLink link = new RequestLink(CLIENT, URI.create("https://bc.example/o/cs/requests/1"));

        assertThat(link.at("https://wallet.example/present"))
                .isEqualTo("https://wallet.example/present?client_id=" + CLIENT.replace(":", "%3A")
                        + "&request_uri=https%3A%2F%2Fbc.example%2Fo%2Fcs%2Frequests%2F1");
        assertThat(link.at(RequestLink.CUSTOM_SCHEME)).startsWith("openid4vp://?client_id=");
        assertThatThrownBy(() -> RequestLink.parse(CLIENT, "not an address")).isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> RequestLink.parse("", "https://bc.example")).isInstanceOf(ProtocolError.class);
    }

    private static RequestVerdict verify(String jwt, Instant now) {
        return new RequestVerification(CLIENT, "").verify(jwt, now);
    }

    private static String dated(@Nullable Instant issued, @Nullable Instant end) {
        ObjectNode claims = request().toJson().remove(List.of("iat", "exp"));
        if (issued != null) {
            claims.put("iat", issued.getEpochSecond());
        }
        if (end != null) {
            claims.put("exp", end.getEpochSecond());
        }
        return CompactJws.sign(VERIFIER, "oauth-authz-req+jwt", claims, JoseOption.CERTIFICATES);
    }

    private static String altered(String member, String value) {
        ObjectNode claims = request().toJson().put(member, value);
        return CompactJws.sign(VERIFIER, "oauth-authz-req+jwt", claims, JoseOption.CERTIFICATES);
    }
}
