package org.entente.checks.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.entente.checks.Lane;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code openid-client} at our authorization server, as a system with a secret and as a wallet. */
@ResourceLock(Lane.NODES)
@ExtendWith(Interop.class)
class ClientTests {
    private final NodeJs node;
    private final URI issuer;
    private final Resident resident;

    ClientTests(Meeting meeting) {
        this.node = meeting.node();
        this.resident = meeting.resident();
        this.issuer = meeting.provinces().quebec().origin();
    }

    @Test
    void calls_the_api_with_a_token_that_is_bound_to_its_key() {
        ObjectNode call = Json.newObject()
                .put("issuer", issuer.toString())
                .put("id", TestOAuthClient.ID)
                .put("secret", TestOAuthClient.SECRET)
                .put("scope", "issuance.revoke")
                .put("api", issuer + "/api/revocations");
        call.putObject("body")
                .put("dry_run", true)
                .putObject("record")
                .put("register", TestRegister.ID)
                .put("number", TestIssuer.RECORD);
        JsonNode answered = node.ask("client.call", call);
        assertThat(answered.path("tokenType").asString("")).isEqualToIgnoringCase("DPoP");
        assertThat(answered.path("status").intValue()).isEqualTo(200);
    }

    @Test
    @Requirement("OID4VCI 1.0 §5.1.4 par")
    @Requirement("RFC 9207 §2 iss")
    void runs_the_code_flow_renews_and_gives_up() {
        JsonNode asked = ask();
        JsonNode token = exchange(asked, resident.answer(asked.path("address").asString(""), "allow"));
        assertThat(token.path("tokenType").asString("")).isEqualToIgnoringCase("DPoP");
        assertThat(token.path("scope").asString("")).isEqualTo("proof_of_identity");
        assertThat(use(asked))
                .as("a request that is none, with a token that is one")
                .isEqualTo(400);

        assertThat(refresh(asked).path("refreshable").booleanValue()).isTrue();
        assertThat(use(asked)).isEqualTo(400);
        revoke(asked, "access_token");
        assertThat(use(asked)).isEqualTo(401);
        assertThat(refresh(asked).has("error")).isFalse();
        assertThat(use(asked)).isEqualTo(400);

        revoke(asked, "refresh_token");
        assertThat(refresh(asked).path("error").asString("")).isEqualTo("invalid_grant");
        assertThat(use(asked)).isEqualTo(401);
    }

    @Test
    void hears_of_a_no() {
        JsonNode asked = ask();
        URI back = resident.answer(asked.path("address").asString(""), "deny");
        assertThat(exchange(asked, back).path("error").asString("")).isEqualTo("access_denied");
    }

    private JsonNode ask() {
        return node.ask(
                "client.ask",
                Json.newObject()
                        .put("issuer", issuer.toString())
                        .put("id", StrangersWallet.ID)
                        .put("redirectUri", StrangersWallet.BACK)
                        .put("scope", "proof_of_identity"));
    }

    private JsonNode exchange(JsonNode asked, URI back) {
        return node.ask("client.exchange", of(asked).put("address", back.toString()));
    }

    private JsonNode refresh(JsonNode asked) {
        return node.ask("client.refresh", of(asked));
    }

    private void revoke(JsonNode asked, String which) {
        node.ask("client.revoke", of(asked).put("which", which));
    }

    /** The status of the credential endpoint's answer to an empty request. */
    private int use(JsonNode asked) {
        ObjectNode with = of(asked).put("api", issuer + "/o/" + TestIssuer.ORGANISATION + "/credential");
        with.putObject("body");
        return node.ask("client.use", with).path("status").intValue();
    }

    private static ObjectNode of(JsonNode asked) {
        return Json.newObject().put("state", asked.path("state").asString(""));
    }
}
