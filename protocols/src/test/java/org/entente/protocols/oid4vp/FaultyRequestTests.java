package org.entente.protocols.oid4vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protocols.oid4vp.TestRequests.NOW;
import static org.entente.protocols.oid4vp.TestRequests.RESPONSE_KEY;
import static org.entente.protocols.oid4vp.TestRequests.VERIFIER;
import static org.entente.protocols.oid4vp.TestRequests.request;

import java.util.function.Consumer;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJwe;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.oid4vp.RequestVerdict.Reason;
import org.entente.protocols.oid4vp.RequestVerdict.Refused;
import org.entente.protocols.oid4vp.RequestVerdict.Valid;
import org.entente.protocols.oid4vp.WalletAnswer.Declined;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class FaultyRequestTests {
    private static final String STATE = request().state();

    @Test
    @Requirement("OID4VP 1.0 §8.3.1 error")
    void is_refused_under_the_key_that_it_gives() {
        FaultyRequest faulty = faulty(claims -> claims.remove("nonce"));

        assertThat(faulty.responseUri()).isEqualTo(request().responseUri());
        assertThat(faulty.toPost())
                .isInstanceOfSatisfying(
                        DirectPost.Encrypted.class,
                        encrypted -> assertThat(WalletAnswer.parse(
                                        CompactJwe.decrypt(encrypted.jwe(), RESPONSE_KEY.privateKey())))
                                .isEqualTo(new Declined("invalid_request", STATE)));
    }

    @Test
    @Requirement("OID4VP 1.0 §8.3.1 error")
    void is_refused_in_the_clear_where_it_gives_none() {
        var clear = new DirectPost.Failed(new Declined("invalid_request", STATE));

        assertThat(faulty(claims -> claims.remove("client_metadata")).toPost()).isEqualTo(clear);
        assertThat(faulty(claims -> claims.withObject("client_metadata")
                                .putArray("encrypted_response_enc_values_supported")
                                .add("A128CBC-HS256"))
                        .toPost())
                .isEqualTo(clear);
        assertThat(faulty(claims -> claims.put("response_mode", "direct_post")).toPost())
                .isEqualTo(clear);
    }

    @Test
    @Requirement("OID4VP 1.0 §8.5 vp_formats_not_supported")
    void is_one_that_takes_no_credential_in_our_format_or_signed_as_ours_are() {
        assertThat(error(claims -> formats(claims).remove("dc+sd-jwt"))).isEqualTo("vp_formats_not_supported");
        assertThat(error(claims -> formats(claims)
                        .withObject("dc+sd-jwt")
                        .putArray("kb-jwt_alg_values")
                        .add("ES512")))
                .isEqualTo("vp_formats_not_supported");
        assertThat(error(claims -> ((ObjectNode) claims.at("/dcql_query/credentials/0")).put("format", "mso_mdoc")))
                .isEqualTo("vp_formats_not_supported");
        assertThat(verify(claims -> formats(claims).putObject("dc+sd-jwt"))).isInstanceOf(Valid.class);
    }

    @Test
    @Requirement("OID4VP 1.0 §8.2 both")
    void is_one_with_two_addresses_for_the_answer() {
        assertThat(error(claims -> claims.put("redirect_uri", "https://bc.example")))
                .isEqualTo("invalid_request");
    }

    @Test
    @Requirement("OID4VP 1.0 §5.1 query")
    @Requirement("OID4VP 1.0 §8.5 invalid_scope")
    void is_one_that_names_its_query_by_a_scope_or_twice_or_not_at_all() {
        assertThat(error(claims -> claims.put("scope", "identity").remove("dcql_query")))
                .isEqualTo("invalid_scope");
        assertThat(error(claims -> claims.put("scope", "identity"))).isEqualTo("invalid_request");
        assertThat(error(claims -> claims.remove("dcql_query"))).isEqualTo("invalid_request");
    }

    @Test
    void is_told_to_nobody_whom_it_does_not_say_how_to_reach_or_who_awaits_no_answer() {
        assertThatThrownBy(() -> verify(claims -> claims.remove("response_uri")))
                .isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> verify(claims -> claims.put("response_uri", "no address")))
                .isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> verify(claims -> claims.put("response_mode", "fragment")))
                .isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> verify(claims -> claims.put("state", 1))).isInstanceOf(ProtocolError.class);
        assertThat(verify(claims -> claims.put("exp", NOW.getEpochSecond()).remove("nonce")))
                .isEqualTo(new Refused(Reason.EXPIRED));
    }

    private static ObjectNode formats(ObjectNode claims) {
        return claims.withObject("client_metadata").withObject("vp_formats_supported");
    }

    private static String error(Consumer<ObjectNode> change) {
        return faulty(change).error().code();
    }

    private static FaultyRequest faulty(Consumer<ObjectNode> change) {
        if (verify(change) instanceof RequestVerdict.Faulty(FaultyRequest request, var certificates)) {
            assertThat(certificates).isEqualTo(VERIFIER.certificates());
            return request;
        }
        throw new AssertionError("it is not faulty");
    }

    private static RequestVerdict verify(Consumer<ObjectNode> change) {
        ObjectNode claims = request().toJson();
        change.accept(claims);
        String jwt = CompactJws.sign(VERIFIER, "oauth-authz-req+jwt", claims, JoseOption.CERTIFICATES);
        return new RequestVerification(RequestObject.clientId(VERIFIER), "").verify(jwt, NOW);
    }
}
