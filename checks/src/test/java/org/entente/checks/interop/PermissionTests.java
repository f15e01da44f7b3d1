package org.entente.checks.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.entente.checks.Lane;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.TestProvinces;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.verification.TestVisitor;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A wallet on @openid4vc is allowed by a resident of Québec to fetch a batch, and presents it to British Columbia. */
@ResourceLock(Lane.NODES)
@ExtendWith(Interop.class)
class PermissionTests {
    private static final int BATCH = 10;

    private final StrangersWallet wallet;
    private final TestProvinces provinces;
    private final Resident resident;

    PermissionTests(Meeting meeting) {
        this.wallet = new StrangersWallet(meeting);
        this.provinces = meeting.provinces();
        this.resident = meeting.resident();
    }

    @ParameterizedTest(name = "in detail: {0}")
    @ValueSource(booleans = {false, true})
    @Requirement("OID4VCI 1.0 §5.1.2 scope")
    @Requirement("OID4VCI 1.0 §8.2 identifier")
    void obtains_a_batch_that_it_asks_for_itself_and_presents_it(boolean inDetail) {
        JsonNode asked = wallet.askOfItself(TestIssuer.IDENTITY, inDetail);
        assertThat(asked.path("shown").toString())
                .as("all that the browser carries")
                .isEqualTo("[\"client_id\",\"request_uri\"]");
        assertThat(asked.path("challenged").asString("")).isEqualTo("S256");
        assertThat(asked.path("nonceKnown").booleanValue())
                .as("the nonce of the server's proofs, from the push on")
                .isTrue();
        JsonNode got = received(asked);
        assertThat(got.path("identifier").isString()).isEqualTo(inDetail);
        assertThat(got.path("scope").asString("")).isEqualTo(inDetail ? "" : "proof_of_identity");
        assertPresents();
    }

    @ParameterizedTest(name = "in detail: {0}")
    @ValueSource(booleans = {false, true})
    @Requirement("HAIP 1.0 §4.2 grant")
    void obtains_a_batch_that_was_offered_and_presents_it(boolean inDetail) {
        received(wallet.askByOffer(inDetail));
        assertPresents();
    }

    @Test
    void hears_of_a_no() {
        URI back = resident.answer(address(wallet.askOfItself(TestIssuer.RESIDENCE, false)), "deny");
        assertThat(wallet.receive(back).path("error").asString("")).isEqualTo("access_denied");
    }

    private JsonNode received(JsonNode asked) {
        URI back = resident.answer(address(asked), "allow");
        assertThat(back.toString()).startsWith(StrangersWallet.BACK + "?code=");
        JsonNode got = wallet.receive(back);
        assertThat(got.path("copies").intValue()).isEqualTo(BATCH);
        assertThat(got.path("keys").intValue()).as("keys").isEqualTo(BATCH);
        assertThat(got.path("tokenType").asString("")).isEqualTo("DPoP");
        assertThat(got.at("/claims/name").asString("")).isEqualTo("Aurélie Rimouski");
        return got;
    }

    private void assertPresents() {
        TestVisitor visitor = new TestVisitor(provinces.columbia());
        URI back = URI.create(wallet.present(visitor).at("/said/redirect_uri").asString(""));
        HttpResponse<String> confirmation = visitor.follow(visitor.get(back));
        assertThat(confirmation.body()).contains("Your reference number", "Aurélie Rimouski", "clause 3.1");
    }

    private static String address(JsonNode asked) {
        return asked.path("address").asString("");
    }
}
