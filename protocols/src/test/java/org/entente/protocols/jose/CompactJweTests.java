package org.entente.protocols.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CompactJweTests {
    private static final byte[] PLAIN = "{\"vp_token\":{}}".getBytes(StandardCharsets.UTF_8);

    /** RFC 7518, Appendix C: Bob's key, the header with Alice's ephemeral key, and the key that they derive. */
    private static final String BOB = """
            {"kty":"EC", "crv":"P-256",
             "x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ",
             "y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"}""";

    private static final String BOB_PRIVATE = "VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw";
    private static final String RFC_HEADER = """
            {"alg":"ECDH-ES", "enc":"A128GCM", "apu":"QWxpY2U", "apv":"Qm9i",
             "epk": {"kty":"EC", "crv":"P-256",
                     "x":"gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0",
                     "y":"SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps"}}""";
    private static final String DERIVED_KEY = "VqqN6vgjbSBcIijNcacQGg";

    private final TestSigner verifier = TestSigner.create().withKeyId("ephemeral-1");

    @ParameterizedTest
    @ValueSource(strings = {"A128GCM", "A256GCM"})
    void only_the_key_that_it_was_made_for_opens_it(String enc) {
        String message = CompactJwe.encrypt(verifier.publicKey(), enc, PLAIN);

        assertThat(CompactJwe.decrypt(message, verifier.privateKey())).isEqualTo(PLAIN);
        assertThat(CompactJwe.keyId(message)).isEqualTo("ephemeral-1");
        assertRefused(message, TestSigner.create().privateKey());
    }

    @Test
    void opens_a_message_under_the_key_agreed_in_RFC_7518_appendix_C() throws GeneralSecurityException {
        ECPrivateKey bob = (ECPrivateKey) KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(
                        new BigInteger(1, Base64Url.decode(BOB_PRIVATE)),
                        PublicJwk.parse(Json.parse(BOB)).toKey().getParams()));
        String header = Base64Url.encode(RFC_HEADER);
        byte[] iv = new byte[12];
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(Base64Url.decode(DERIVED_KEY), "AES"),
                new GCMParameterSpec(128, iv));
        cipher.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
        byte[] sealed = cipher.doFinal(PLAIN);
        String message = String.join(
                ".",
                header,
                "",
                Base64Url.encode(iv),
                Base64Url.encode(Arrays.copyOf(sealed, PLAIN.length)),
                Base64Url.encode(Arrays.copyOfRange(sealed, PLAIN.length, sealed.length)));

        assertThat(CompactJwe.decrypt(message, bob)).isEqualTo(PLAIN);
    }

    @Test
    void two_messages_have_nothing_in_common() {
        String first = CompactJwe.encrypt(verifier.publicKey(), "A256GCM", PLAIN);
        String second = CompactJwe.encrypt(verifier.publicKey(), "A256GCM", PLAIN);

        assertThat(first.split("\\.")[0]).isNotEqualTo(second.split("\\.")[0]);
        assertThat(first.split("\\.")[3]).isNotEqualTo(second.split("\\.")[3]);
    }

    @Test
    void a_message_that_was_changed_anywhere_is_refused() {
        String message = CompactJwe.encrypt(verifier.publicKey(), "A128GCM", PLAIN);
        for (int i = 0; i < message.length(); i++) {
            char other = message.charAt(i) == 'A' ? 'B' : 'A';
            if (message.charAt(i) != '.') {
                assertRefused(message.substring(0, i) + other + message.substring(i + 1), verifier.privateKey());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"zip\":\"DEF\"}",
                "{\"crit\":[\"exp\"]}",
                "{\"alg\":\"ECDH-ES+A128KW\"}",
                "{\"alg\":\"dir\"}",
                "{\"alg\":\"RSA-OAEP\"}",
                "{\"enc\":\"A128CBC-HS256\"}",
                "{\"enc\":\"A192GCM\"}",
                "{\"enc\":null}",
                "{\"epk\":{}}",
                "{\"epk\":null}",
                "{\"jwk\":{}}",
                "{\"p2c\":1000000000}"
            })
    void refuses_the_header_with(String members) {
        String[] parts =
                CompactJwe.encrypt(verifier.publicKey(), "A128GCM", PLAIN).split("\\.", -1);
        ObjectNode header = Json.object(Base64Url.decode(parts[0]));
        header.setAll(Json.object(members));
        parts[0] = Base64Url.encode(Json.bytes(header));

        assertRefused(String.join(".", parts), verifier.privateKey());
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> CompactJwe.keyId(String.join(".", parts)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "....", "a.b.c.d.e", "e30....", "e30.e30.e30"})
    void refuses_the_text(String text) {
        assertRefused(text, verifier.privateKey());
    }

    @Test
    void refuses_an_encrypted_key_in_direct_agreement_and_a_text_beyond_the_limit() {
        String message = CompactJwe.encrypt(verifier.publicKey(), "A128GCM", PLAIN);

        assertRefused(message.replaceFirst("\\.\\.", ".AAAA."), verifier.privateKey());
        assertRefused(message + "A".repeat(CompactJwe.MAX_LENGTH), verifier.privateKey());
    }

    @Test
    void encrypts_with_nothing_else() {
        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> CompactJwe.encrypt(verifier.publicKey(), "A128CBC-HS256", PLAIN));
    }

    @Test
    void the_refusal_does_not_tell_why_it_cannot_be_opened() {
        String message = CompactJwe.encrypt(verifier.publicKey(), "A128GCM", PLAIN);
        String damaged = message.substring(0, message.length() - 4) + "AAAA";

        assertThatExceptionOfType(ProtocolError.class)
                .isThrownBy(() -> CompactJwe.decrypt(damaged, verifier.privateKey()))
                .satisfies(error -> assertThat(error.publicText()).isEqualTo("the message cannot be decrypted"));
    }

    private static void assertRefused(String message, ECPrivateKey key) {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> CompactJwe.decrypt(message, key));
    }
}
