package org.entente.protocols.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class GeneralJwsTests {
    private static final byte[] PAYLOAD = "entente".getBytes(StandardCharsets.UTF_8);

    private final TestSigner quebec = TestSigner.create();
    private final TestSigner britishColumbia = TestSigner.create();
    private final ObjectNode signed = GeneralJws.sign(PAYLOAD, "entente+jws", List.of(quebec, britishColumbia));

    @Test
    void each_signature_stands_for_itself() {
        GeneralJws jws = GeneralJws.parse(signed);

        assertThat(jws.payload()).isEqualTo(PAYLOAD);
        assertThat(jws.type()).isEqualTo("entente+jws");
        assertThat(jws.isSignedBy(quebec.publicKey())).isTrue();
        assertThat(jws.isSignedBy(britishColumbia.publicKey())).isTrue();
        assertThat(jws.isSignedBy(TestSigner.create().publicKey())).isFalse();
        assertThat(jws.toJson()).isEqualTo(signed);
    }

    @Test
    void the_name_of_a_key_is_that_of_the_key_which_signed_or_none() {
        for (String word : List.of("Marie-Tremblay_1990-04-12", "Marie-Tremblay_1990-04-12_1990-04-12_Quebec")) {
            ObjectNode header = Json.newObject().put("typ", "x").put("kid", word);
            CompactJws compact = CompactJws.parse(CompactJws.sign(quebec, header, Json.newObject()));
            assertThat(compact.isSignedBy(quebec.publicKey())).isTrue();
            assertThat(compact.isSignedAs(quebec.publicKey())).as(word).isFalse();
            if (word.length() == 43) {
                assertThat(general(compact).isSignedBy(quebec.publicKey())).isFalse();
            } else {
                assertThatExceptionOfType(ProtocolError.class).isThrownBy(compact::requirePlainHeader);
                assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> general(compact));
            }
        }
        CompactJws unnamed =
                CompactJws.parse(CompactJws.sign(quebec, Json.newObject().put("typ", "x"), Json.newObject()));
        assertThat(unnamed.isSignedAs(quebec.publicKey())).isTrue();
        assertThat(general(unnamed).isSignedBy(quebec.publicKey())).isTrue();
    }

    private static GeneralJws general(CompactJws compact) {
        String[] parts = compact.toString().split("\\.");
        ObjectNode general = Json.newObject().put("payload", parts[1]);
        general.putArray("signatures").addObject().put("protected", parts[0]).put("signature", parts[2]);
        return GeneralJws.parse(general);
    }

    @Test
    void a_party_can_sign_later() {
        TestSigner ontario = TestSigner.create();

        GeneralJws jws = GeneralJws.parse(signed).addSignature(ontario);

        assertThat(GeneralJws.parse(jws.toJson()).isSignedBy(ontario.publicKey()))
                .isTrue();
        assertThat(jws.isSignedBy(quebec.publicKey())).isTrue();
    }

    @Test
    void a_changed_payload_is_signed_by_nobody() {
        GeneralJws jws = GeneralJws.parse(signed.put("payload", Base64Url.encode("another")));

        assertThat(jws.isSignedBy(quebec.publicKey())).isFalse();
        assertThat(jws.isSignedBy(britishColumbia.publicKey())).isFalse();
    }

    @Test
    void a_signature_of_one_form_reads_in_the_other() {
        // RFC 7515 §7: the signing input is the same in both serialisations.
        String[] parts = CompactJws.sign(quebec, "x", Json.newObject()).split("\\.");
        ObjectNode general = Json.newObject().put("payload", parts[1]);
        general.putArray("signatures").addObject().put("protected", parts[0]).put("signature", parts[2]);

        assertThat(GeneralJws.parse(general).isSignedBy(quebec.publicKey())).isTrue();
    }

    @Test
    void refuses_the_unprotected_header_of_RFC_7515_appendix_A_6() {
        signature(0).putObject("header").put("kid", "e9bc097a-ce51-4036-9562-d2ade882db0d");

        assertRefused(signed);
    }

    @Test
    void refuses_signatures_of_different_types() {
        ObjectNode other = GeneralJws.sign(PAYLOAD, "other+jws", List.of(quebec));
        ((ArrayNode) signed.path("signatures")).addAll((ArrayNode) other.path("signatures"));

        assertRefused(signed);
    }

    @Test
    void refuses_another_algorithm() {
        signature(1).put("protected", Base64Url.encode("{\"alg\":\"none\",\"typ\":\"entente+jws\"}"));

        assertRefused(signed);
    }

    @Test
    void refuses_no_signatures_and_too_many() {
        ObjectNode none = signed.deepCopy();
        none.putArray("signatures");
        GeneralJws full =
                GeneralJws.parse(GeneralJws.sign(PAYLOAD, "x", Collections.nCopies(GeneralJws.MAX_SIGNATURES, quebec)));

        assertRefused(none);
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> full.addSignature(quebec));
        assertThatIllegalArgumentException().isThrownBy(() -> GeneralJws.sign(PAYLOAD, "x", List.of()));
    }

    @Test
    void refuses_further_members_and_the_flattened_form() {
        assertRefused(signed.deepCopy().put("more", 1));
        assertRefused(Json.newObject()
                .put("payload", signed.path("payload").stringValue())
                .put("protected", signature(0).path("protected").stringValue())
                .put("signature", signature(0).path("signature").stringValue()));
    }

    private ObjectNode signature(int index) {
        return (ObjectNode) signed.path("signatures").get(index);
    }

    private static void assertRefused(ObjectNode json) {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> GeneralJws.parse(json));
    }
}
