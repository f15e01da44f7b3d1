package org.entente.protocols.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;

/** The examples of RFC 9901 §5, §4.2 and Appendix A.5, byte for byte. */
class Rfc9901Tests {
    private static final String ISSUED = resource("rfc9901-5.1-issued.txt");
    private static final String PRESENTED = resource("rfc9901-5.2-presented.txt");

    /** Appendix A.5. */
    private static final PublicJwk ISSUER_KEY = PublicJwk.parse(Json.parse("""
            {"kty":"EC","crv":"P-256",
             "x":"b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ",
             "y":"Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8"}"""));

    @Test
    @Requirement("RFC 9901 §4 format")
    @Requirement("RFC 9901 §7.1 placed")
    @Requirement("RFC 9901 §7.1 undisclosed")
    @Requirement("HAIP 1.0 §6.1 compact")
    @Requirement("HAIP 1.0 §8 sha256")
    void section_5_1_reads_as_the_claims_that_went_in() {
        SdJwt credential = SdJwt.parse(ISSUED);

        assertThat(credential.issuerJwt().isSignedBy(ISSUER_KEY)).isTrue();
        assertThat(credential.disclosures()).hasSize(10);
        assertThat(credential.claims().without(List.of("cnf"))).isEqualTo(Json.parse("""
                {"sub": "user_42", "given_name": "John", "family_name": "Doe", "email": "johndoe@example.com",
                 "phone_number": "+1-202-555-0101", "phone_number_verified": true,
                 "address": {"street_address": "123 Main St", "locality": "Anytown", "region": "Anystate",
                             "country": "US"},
                 "birthdate": "1940-01-01", "updated_at": 1570000000, "nationalities": ["US", "DE"],
                 "iss": "https://issuer.example.com", "iat": 1683000000, "exp": 1883000000}"""));
    }

    @Test
    @Requirement("RFC 9901 §4.3.1 sd_hash")
    @Requirement("RFC 9901 §4 format")
    void section_5_2_proves_possession_over_the_disclosures_in_their_order() {
        SdJwt presentation = SdJwt.parse(PRESENTED);
        CompactJws proof = presentation.keyBinding().orElseThrow();

        assertThat(proof.isSignedBy(presentation.holderKey().orElseThrow())).isTrue();
        assertThat(presentation.presentationHash())
                .isEqualTo("1-Lcf6CiBmP72JDFuBF0bvalS-FzIlXyiCkJXp7pJmc")
                .isEqualTo(proof.claims().path("sd_hash").stringValue());
        assertThat(presentation.claims().path("nationalities")).isEqualTo(Json.parse("[\"US\"]"));
        assertThat(presentation.claims().has("email")).isFalse();
        assertThat(presentation.toString()).isEqualTo(PRESENTED);
    }

    @Test
    @Requirement("RFC 9901 §7.2 only-issued")
    void the_holder_of_section_5_1_can_choose_what_section_5_2_shows() {
        SdJwt chosen = SdJwt.parse(ISSUED)
                .withOnly(List.of(ClaimPath.of("given_name"), ClaimPath.of("family_name"), ClaimPath.of("address")));

        assertThat(chosen.disclosures()).hasSize(3);
        assertThat(chosen.claims().path("address").path("locality").stringValue())
                .isEqualTo("Anytown");
        assertThat(chosen.claims().path("nationalities").isEmpty()).isTrue();
    }

    @Test
    @Requirement("RFC 9901 §4.2.1 object")
    @Requirement("RFC 9901 §4.2.3 digest")
    void section_4_2_1_a_disclosure_is_read_whatever_its_white_space() {
        Disclosure disclosure =
                Disclosure.parse("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0");

        assertThat(disclosure.name()).contains("family_name");
        assertThat(disclosure.value().stringValue()).isEqualTo("Möbius");
        assertThat(disclosure.digest()).isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    }

    @Test
    @Requirement("RFC 9901 §4.2.2 element")
    @Requirement("RFC 9901 §4.2.3 digest")
    void section_4_2_2_an_elements_disclosure_has_no_name() {
        Disclosure disclosure = Disclosure.parse("WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0");

        assertThat(disclosure.name()).isEmpty();
        assertThat(disclosure.value().stringValue()).isEqualTo("FR");
        assertThat(disclosure.digest()).isEqualTo("w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs");
    }

    @Test
    @Requirement("RFC 9901 §7.1 unreferenced")
    @Requirement("Security §4 digests")
    void a_disclosure_without_its_place_is_refused() {
        String stray = "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0~";

        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> SdJwt.parse(ISSUED + stray));
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Rfc9901Tests.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
