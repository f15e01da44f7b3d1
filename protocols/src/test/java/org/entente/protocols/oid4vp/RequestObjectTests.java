package org.entente.protocols.oid4vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protocols.oid4vp.TestRequests.NOW;
import static org.entente.protocols.oid4vp.TestRequests.VERIFIER;
import static org.entente.protocols.oid4vp.TestRequests.request;

import java.net.URI;
import java.time.Instant;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.oid4vp.RequestVerdict.Reason;
import org.entente.protocols.oid4vp.RequestVerdict.Refused;
import org.entente.protocols.oid4vp.RequestVerdict.Valid;
import org.junit.jupiter.api.Test;
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
    @Requirement("OID4VP 1.0 §5.9.3 x509_hash-chain")
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
        assertThatThrownBy(() -> verify(altered("response_mode", "direct_post"), NOW))
                .isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> verify(altered("redirect_uri", "https://bc.example"), NOW))
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

    private static String altered(String member, String value) {
        ObjectNode claims = request().toJson().put(member, value);
        return CompactJws.sign(VERIFIER, "oauth-authz-req+jwt", claims, JoseOption.CERTIFICATES);
    }
}
