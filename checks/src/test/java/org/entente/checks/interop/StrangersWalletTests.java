package org.entente.checks.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.entente.checks.Lane;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.TestProvinces;
import org.entente.node.verification.TestVisitor;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** A wallet on @openid4vc obtains a batch from Québec and presents it to British Columbia. */
@ResourceLock(Lane.NODES)
@ExtendWith(Interop.class)
class StrangersWalletTests {
    private static final int BATCH = 10;

    private final StrangersWallet wallet;
    private final TestProvinces provinces;

    StrangersWalletTests(Meeting meeting) {
        this.wallet = new StrangersWallet(meeting);
        this.provinces = meeting.provinces();
    }

    @Test
    @Requirement("HAIP 1.0 §4.1 nonce_endpoint")
    @Requirement("OID4VCI 1.0 §7.2 c_nonce")
    @Requirement("OID4VCI 1.0 §12.2.2 json")
    void obtains_a_batch_by_pre_authorized_code() {
        JsonNode got = wallet.obtain();
        assertThat(got.path("copies").intValue()).isEqualTo(BATCH);
        assertThat(got.path("keys").intValue()).as("keys").isEqualTo(BATCH);
        assertThat(got.path("tokenType").asString("")).isEqualTo("DPoP");
        assertThat(got.at("/claims/iss").asString(""))
                .isEqualTo(provinces.quebec().origin() + "/o/registrar");
        assertThat(got.at("/claims/name").asString("")).isEqualTo("Aurélie Rimouski");
        Set<String> entries = new HashSet<>();
        got.path("statuses").forEach(status -> entries.add(status.toString()));
        assertThat(entries).as("entries in status lists").hasSize(BATCH);
    }

    @Test
    void presents_what_it_obtained_to_another_government() {
        wallet.obtain();
        TestVisitor visitor = new TestVisitor(provinces.columbia());
        JsonNode answered = wallet.present(visitor);
        assertThat(answered.path("status").intValue()).isEqualTo(200);
        URI back = URI.create(answered.at("/said/redirect_uri").asString(""));
        HttpResponse<String> confirmation = visitor.follow(visitor.get(back));
        assertThat(confirmation.body()).contains("Your reference number", "Aurélie Rimouski", "clause 3.1");
    }

    @Test
    void is_refused_when_it_discloses_more_than_was_asked() {
        wallet.obtain();
        JsonNode answered =
                wallet.present(new TestVisitor(provinces.columbia()), "name", "birthdate", "place_of_birth");
        assertThat(answered.path("status").intValue()).isEqualTo(400);
    }
}
