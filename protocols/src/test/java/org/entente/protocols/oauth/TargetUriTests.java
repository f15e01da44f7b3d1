package org.entente.protocols.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.entente.protocols.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUriTests {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/token?x=1#f, https://a.example/token",
        "HTTPS://A.Example:443/token, https://a.example/token",
        "http://a.localhost:80, http://a.localhost/",
        "http://a.localhost:8080/token, http://a.localhost:8080/token",
        "https://a.example/%7Euser/%c3%a9, https://a.example/~user/%C3%A9",
        "https://a.example/o/./x/../token, https://a.example/o/token",
        "https://a.example/../token, https://a.example/token",
        "https://a.example/o/.., https://a.example/",
        "https://a.example/o//token, https://a.example/o//token",
        "https://a.example/o%2Ftoken, https://a.example/o%2Ftoken",
    })
    @Requirement("RFC 9449 §4.3 htu-checked")
    void brings_an_address_into_its_normal_form(String address, String normal) {
        assertThat(TargetUri.normalise(address)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/token", "ftp://a.example/", "https:///token", "https://u@a.example/", "https://a b/"})
    void refuses_what_is_no_web_address(String address) {
        assertThat(TargetUri.normalise(address)).isEmpty();
    }

    @Property
    void the_normal_form_of_a_normal_form_is_itself(@ForAll @StringLength(max = 40) String tail) {
        TargetUri.normalise("https://a.example/" + tail)
                .ifPresent(normal -> assertThat(TargetUri.normalise(normal)).contains(normal));
    }
}
