package org.entente.protocols.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectBuilder;
import com.authlete.sd.SDObjectDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Another implementation of RFC 9901, written by others, reads what we write, and we what it writes. */
class AuthleteInteropTests {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final TestCredential test = new TestCredential();

    @Test
    void reads_our_credential_as_we_do() {
        String issued = test.issued();

        assertThat(decodedByAuthlete(issued)).isEqualTo(SdJwt.parse(issued).claims());
    }

    @Test
    void reads_our_presentation_as_we_do_and_agrees_on_its_hash() {
        String presentation = SdJwt.parse(test.issued())
                .withOnly(List.of(ClaimPath.of("address", "country", "code"), ClaimPath.of("ca_names")))
                .present(test.holder, "a", "n", TestCredential.ISSUED_AT);

        assertThat(decodedByAuthlete(presentation))
                .isEqualTo(SdJwt.parse(presentation).claims());
        assertThat(SDJWT.parse(presentation).getSDHash())
                .isEqualTo(SdJwt.parse(presentation).presentationHash());
    }

    @Test
    void we_read_its_credential_with_decoys() {
        SDObjectBuilder builder = new SDObjectBuilder();
        builder.putClaim("vct", "urn:entente:ca:proof-of-identity:1");
        var locality = builder.putSDClaim("locality", "Iqaluit");
        var address = builder.putSDClaim("address", Map.of("locality", "ᐃᖃᓗᐃᑦ"));
        builder.putDecoyDigests(5);
        ObjectNode payload = MAPPER.valueToTree(builder.build(true));
        String jwt = CompactJws.sign(TestSigner.create(), SdJwtIssuance.TYPE, payload);

        SdJwt credential = SdJwt.parse(new SDJWT(jwt, List.of(locality, address)).toString());

        assertThat(credential.claims()).isEqualTo(Json.parse("""
                {"vct": "urn:entente:ca:proof-of-identity:1", "locality": "Iqaluit",
                 "address": {"locality": "ᐃᖃᓗᐃᑦ"}}"""));
    }

    @SuppressWarnings("unchecked")
    private static ObjectNode decodedByAuthlete(String text) {
        SDJWT parsed = SDJWT.parse(text);
        Map<String, Object> payload =
                MAPPER.convertValue(CompactJws.parse(parsed.getCredentialJwt()).claims(), LinkedHashMap.class);
        Map<String, Object> decoded = new SDObjectDecoder().decode(payload, parsed.getDisclosures());
        return Json.object(MAPPER.writeValueAsString(decoded));
    }
}
