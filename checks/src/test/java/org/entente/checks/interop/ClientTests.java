package org.entente.checks.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code oauth4webapi} and {@code openid-client} at our authorization server. */
@ExtendWith(Interop.class)
class ClientTests {
    private final NodeJs node;
    private final URI issuer;

    ClientTests(Meeting meeting) {
        this.node = meeting.node();
        this.issuer = meeting.provinces().quebec().origin();
    }

    @Test
    void reads_the_metadata_of_the_authorization_server() {
        JsonNode read = node.ask("client.discover", Json.newObject().put("issuer", issuer.toString()));
        assertThat(read.path("issuer").asString("")).isEqualTo(issuer.toString());
        assertThat(read.path("same").booleanValue()).isTrue();
        assertThat(read.path("dpop_signing_alg_values_supported").toString()).isEqualTo("[\"ES256\"]");
    }

    @Test
    void calls_the_api_with_a_token_that_is_bound_to_its_key() {
        ObjectNode call = Json.newObject()
                .put("issuer", issuer.toString())
                .put("id", TestOAuthClient.ID)
                .put("secret", TestOAuthClient.SECRET)
                .put("scope", "issuance")
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
}
