package org.entente.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTests {
    @Test
    void encodes_the_example_of_RFC_7515_appendix_C() {
        byte[] bytes = {3, (byte) 236, (byte) 255, (byte) 224, (byte) 193};

        assertThat(Base64Url.encode(bytes)).isEqualTo("A-z_4ME");
        assertThat(Base64Url.decode("A-z_4ME")).isEqualTo(bytes);
    }

    @Property
    void reads_what_it_writes(@ForAll byte[] bytes) {
        assertThat(Base64Url.decode(Base64Url.encode(bytes))).isEqualTo(bytes);
    }

    @Property
    void has_one_text_for_each_byte_string(@ForAll String text) {
        try {
            assertThat(Base64Url.encode(Base64Url.decode(text))).isEqualTo(text);
        } catch (ProtocolError e) {
            assertThat(e.code()).isEqualTo("invalid_request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AA==", "AB", "AAB", "A+AA", "A/AA", "A AA", "AAA\n", "é", "AAAAA", "=", "A==="})
    void refuses(String text) {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> Base64Url.decode(text));
    }
}
