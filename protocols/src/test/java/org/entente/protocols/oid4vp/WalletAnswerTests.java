package org.entente.protocols.oid4vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protocols.oid4vp.TestRequests.RESPONSE_KEY;
import static org.entente.protocols.oid4vp.TestRequests.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.jose.CompactJwe;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.WalletAnswer.Declined;
import org.entente.protocols.oid4vp.WalletAnswer.Presented;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletAnswerTests {
    @Test
    @Requirement("OID4VP 1.0 §8.3 jwe")
    @Requirement("OID4VP 1.0 §8.3 kid")
    @Requirement("OID4VP 1.0 §8.3 payload")
    @Requirement("OID4VP 1.0 §8.3.1 form")
    @Requirement("HAIP 1.0 §5 encryption")
    void reaches_the_verifier_encrypted_to_the_key_of_the_request() {
        WalletAnswer answer = new Presented(Map.of("identity", List.of("ey~")), "s");
        DirectPost post = new DirectPost.Encrypted(answer.encrypt(request().metadata()));

        DirectPost read = DirectPost.parse(multi(post.toForm()));

        assertThat(read).isEqualTo(post);
        String jwe = ((DirectPost.Encrypted) read).jwe();
        assertThat(CompactJwe.keyId(jwe)).isEqualTo(RESPONSE_KEY.keyId());
        assertThat(WalletAnswer.parse(CompactJwe.decrypt(jwe, RESPONSE_KEY.privateKey())))
                .isEqualTo(answer);
    }

    @Test
    void may_be_a_refusal_inside_or_outside_the_encryption() {
        Declined refusal = new Declined(Declined.ACCESS_DENIED, "s");

        assertThat(WalletAnswer.parse(Json.bytes(refusal.toJson()))).isEqualTo(refusal);
        assertThat(DirectPost.parse(multi(new DirectPost.Failed(refusal).toForm())))
                .isEqualTo(new DirectPost.Failed(refusal));
    }

    @Test
    void a_form_has_either_a_response_or_an_error() {
        assertThatThrownBy(() -> DirectPost.parse(Map.of())).isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> DirectPost.parse(Map.of("response", List.of("a"), "error", List.of("b"))))
                .isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> DirectPost.parse(Map.of("response", List.of("a", "b"))))
                .isInstanceOf(ProtocolError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"vp_token\":\"ey\"}",
                "{\"vp_token\":{}}",
                "{\"vp_token\":{\"a\":\"ey\"}}",
                "{\"vp_token\":{\"a\":[]}}",
                "{\"vp_token\":{\"a\":[1]}}",
                "{\"error\":\"<script>\"}",
                "{\"vp_token\":{\"a\":[\"e\"],\"a\":[\"f\"]}}"
            })
    @Requirement("OID4VP 1.0 §8.1 vp_token")
    @Requirement("OID4VP 1.0 §8.1 no-empty")
    @Requirement("OID4VP 1.0 §8.6 format")
    void refuses_a_malformed_answer(String text) {
        assertThatThrownBy(() -> WalletAnswer.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    @Requirement("OID4VP 1.0 §8.1 no-empty")
    void is_not_made_with_an_entry_that_has_no_presentation() {
        assertThatThrownBy(() -> new Presented(Map.of("a", List.of("ey"), "b", List.of()), ""))
                .isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> new Presented(Map.of(), "")).isInstanceOf(ProtocolError.class);
    }

    @Test
    @Requirement("OID4VP 1.0 §8.1 unknown")
    void passes_over_members_that_it_does_not_know() {
        String text = "{\"vp_token\":{\"a\":[\"ey\"]},\"iss\":\"x\",\"code\":1,\"novelty\":{}}";

        assertThat(WalletAnswer.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Presented(Map.of("a", List.of("ey")), ""));
        assertThat(DirectPost.redirect("{\"novelty\":1}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    @Requirement("OID4VP 1.0 §5.6 nothing-else")
    void says_nothing_but_the_presentations_and_the_state() {
        assertThat(new Presented(Map.of("a", List.of("ey")), "s").toJson().propertyNames())
                .containsExactlyInAnyOrder("vp_token", "state");
    }

    @Property(tries = 300)
    void no_bytes_break_the_reader(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> WalletAnswer.parse(bytes)).isInstanceOf(ProtocolError.class);
    }

    @Test
    void the_verifiers_answer_may_send_the_browser_back() {
        URI back = URI.create("https://bc.example/fr/services/arrival?response_code=c");

        assertThat(DirectPost.redirect(Json.bytes(DirectPost.redirectTo(back)))).contains(back);
        assertThat(DirectPost.redirect("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static Map<String, List<String>> multi(Map<String, String> form) {
        Map<String, List<String>> multi = new HashMap<>();
        form.forEach((name, value) -> multi.put(name, List.of(value)));
        return multi;
    }
}
