package org.entente.node.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.entente.node.RoundTrips;
import org.entente.node.TestNode;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;

/** What docs/operate/speed.md says of an issuance: each round trip more is a twentieth of what one costs. */
class IssuanceRoundTripsTests {
    @Test
    void an_issuance_asks_the_database_nine_times() {
        try (TestNode node = TestIssuer.start();
                RoundTrips trips = new RoundTrips()) {
            TestHolder holder = new TestHolder(node);
            holder.obtain(
                    holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY)),
                    TestIssuer.IDENTITY,
                    holder.keys(1));
            TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
            String code = holder.code(given);
            trips.taken();

            HttpResponse<String> redeemed = holder.redeem(code, given.transactionCode());
            assertThat(trips.taken()).as("token").isEqualTo(3);

            String nonce = holder.nonce();
            assertThat(trips.taken()).as("nonce").isZero();

            String token = Json.object(redeemed.body()).path("access_token").asString();
            HttpResponse<String> issued =
                    holder.request(token, TestIssuer.IDENTITY, holder.proofs(holder.keys(1), nonce));
            assertThat(issued.statusCode()).isEqualTo(200);
            assertThat(trips.taken()).as("credential").isEqualTo(6);
        }
    }
}
