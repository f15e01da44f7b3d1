package org.entente.protocols.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.stream.Stream;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class PublicJwkTests {
    /** RFC 7517, Appendix A.1. */
    private static final String RFC_SET = """
            {"keys":
              [{"kty":"EC", "crv":"P-256",
                "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
                "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
                "use":"enc", "kid":"1"},
               {"kty":"RSA", "n": "0vx7agoebGcQ", "e":"AQAB", "alg":"RS256", "kid":"2011-04-29"}]}""";

    /** RFC 9449 §4.1 and §6.1: the key of the example proof and its thumbprint. */
    private static final String DPOP_KEY = """
            {"kty":"EC",
             "x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
             "y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA",
             "crv":"P-256"}""";

    @Test
    void reads_the_set_of_RFC_7517_appendix_A_1_and_passes_over_the_RSA_key() {
        Jwks set = Jwks.parse(Json.parse(RFC_SET));

        assertThat(set.keys()).hasSize(1);
        assertThat(set.find("1").orElseThrow().use()).contains("enc");
        assertThat(set.find("2011-04-29")).isEmpty();
    }

    @Test
    void has_the_thumbprint_of_RFC_9449_section_6_1() {
        PublicJwk key = PublicJwk.parse(Json.parse(DPOP_KEY));

        assertThat(key.thumbprint()).isEqualTo("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
        assertThat(key.keyId()).isEqualTo(key.thumbprint());
    }

    @Test
    void the_thumbprint_is_that_of_RFC_7638_for_the_key_of_RFC_7517() {
        // SHA-256 over {"crv":"P-256","kty":"EC","x":…,"y":…}, computed with another library.
        assertThat(Jwks.parse(Json.parse(RFC_SET)).keys().getFirst().thumbprint())
                .isEqualTo("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s");
    }

    @Test
    void reads_what_it_writes() {
        PublicJwk key = TestSigner.create().publicKey().withKeyId("k1").forEncryption();

        PublicJwk read = PublicJwk.parse(key.toJson());

        assertThat(read).isEqualTo(key).isEqualTo(PublicJwk.of(key.toKey()));
        assertThat(read.keyId()).isEqualTo("k1");
        assertThat(read.use()).contains("enc");
        assertThat(read.algorithm()).contains("ECDH-ES");
        assertThat(read.toKey().getW()).isEqualTo(key.toKey().getW());
        assertThat(Jwks.parse(Jwks.of(key).toJson()).keys()).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "k", "p", "q", "dp", "dq", "qi", "oth"})
    void refuses_the_private_member(String member) {
        assertRefused(dpopKey().put(member, "AAAA"));
    }

    @Test
    void refuses_another_type_or_curve() {
        assertRefused(dpopKey().put("kty", "RSA"));
        assertRefused(dpopKey().put("crv", "secp256k1"));
        assertRefused(dpopKey().put("crv", "P-384"));
        assertRefused((ObjectNode) dpopKey().without("kty"));
    }

    @Test
    void refuses_a_point_off_the_curve() {
        String x = dpopKey().path("x").stringValue();

        assertRefused(dpopKey().put("y", x));
        assertRefused(dpopKey().put("x", Base64Url.encode(new byte[32])).put("y", Base64Url.encode(new byte[32])));
    }

    @Test
    void refuses_a_coordinate_of_another_length_or_spelling() {
        String y = dpopKey().path("y").stringValue();

        assertRefused(dpopKey().put("y", y + "="));
        assertRefused(dpopKey().put("y", Base64Url.encode(new byte[33])));
        assertRefused(dpopKey().put("y", y.substring(0, 42) + "B"));
        assertRefused((ObjectNode) dpopKey().without("y"));
    }

    @Test
    void refuses_a_key_of_the_platform_on_another_curve() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();

        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> PublicJwk.of(key));
        CompactJws jws = CompactJws.parse(CompactJws.sign(TestSigner.create(), "x", Json.newObject()));
        assertThat(jws.isSignedBy(key)).isFalse();
    }

    @Test
    void a_set_has_a_limit_and_its_names_are_different() {
        PublicJwk key = TestSigner.create().publicKey();
        List<PublicJwk> many = Stream.generate(() -> TestSigner.create().publicKey())
                .limit(Jwks.MAX_KEYS + 1L)
                .toList();

        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> Jwks.of(key, key));
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> new Jwks(many));
    }

    @Test
    void a_set_with_a_private_key_is_refused_whole() {
        ObjectNode set = (ObjectNode) Json.parse(RFC_SET);
        ((ObjectNode) set.path("keys").get(0)).put("d", "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE");

        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> Jwks.parse(set));
    }

    private static ObjectNode dpopKey() {
        return Json.object(DPOP_KEY);
    }

    private static void assertRefused(ObjectNode jwk) {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> PublicJwk.parse(jwk));
    }
}
