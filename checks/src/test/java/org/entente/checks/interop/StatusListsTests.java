package org.entente.checks.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.entente.checks.Lane;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.registers.TestRegister;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code @sd-jwt/jwt-status-list} reads our Token Status Lists, and {@code @sd-jwt/sd-jwt-vc} heeds them. */
@ResourceLock(Lane.NODES)
@ExtendWith(Interop.class)
class StatusListsTests {
    private static final int LIST_SIZE = 1 << 20;

    private final NodeJs node;
    private final StrangersWallet wallet;
    private final TestHolder desk;

    StatusListsTests(Meeting meeting) {
        this.node = meeting.node();
        this.wallet = new StrangersWallet(meeting);
        this.desk = new TestHolder(meeting.provinces().quebec());
    }

    @Test
    void a_list_is_read_before_and_after_a_revocation() {
        JsonNode copies = wallet.obtain();
        for (JsonNode entry : copies.path("statuses")) {
            JsonNode list = read(entry);
            assertThat(list.path("type").asString("")).isEqualTo("statuslist+jwt");
            assertThat(list.path("sub")).isEqualTo(entry.path("uri"));
            assertThat(list.path("bits").intValue()).isEqualTo(1);
            assertThat(list.path("size").intValue()).isEqualTo(LIST_SIZE);
            assertThat(list.at("/statuses/0").intValue()).isZero();
        }
        assertThat(wallet.recheck().path("holds").booleanValue()).isTrue();

        revoke();

        for (JsonNode entry : copies.path("statuses")) {
            assertThat(read(entry).at("/statuses/0").intValue()).isEqualTo(1);
        }
        assertThat(wallet.recheck().path("because").asString("")).contains("Status is not valid");
    }

    private JsonNode read(JsonNode entry) {
        ObjectNode wanted = Json.newObject();
        wanted.set("uri", entry.path("uri"));
        wanted.putArray("indices").add(entry.path("idx"));
        return node.ask("lists.read", wanted);
    }

    private void revoke() {
        ObjectNode body = Json.newObject();
        body.putObject("record").put("register", TestRegister.ID).put("number", TestIssuer.RECORD);
        HttpResponse<String> revoked = desk.api("/api/revocations", body);
        assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
    }
}
