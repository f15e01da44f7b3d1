package org.entente.node.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.entente.node.RoundTrips;
import org.entente.node.TestNode;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What docs/operate/speed.md says of a presentation: each round trip more is a twentieth of what one costs. */
class PresentationRoundTripsTests {
    @Test
    void a_presentation_asks_the_database_eleven_times() {
        try (TestColumbia columbia = new TestColumbia();
                RoundTrips trips = new RoundTrips()) {
            TestNode node = columbia.node();
            TestWallet wallet = new TestWallet(columbia.quebec().registrar(), 3);
            assertThat(wallet.post(node, columbia.ask(), wallet::present).statusCode())
                    .isEqualTo(200);
            String token = columbia.token();
            trips.taken();

            ObjectNode started =
                    Json.object(columbia.call(token, "POST", "/api/presentations", Json.write(TestColumbia.body()))
                            .body());
            assertThat(trips.taken()).as("start").isEqualTo(3);

            RequestObject request = TestWallet.fetch(
                    started.path("client_id").asString(),
                    URI.create(started.path("request_uri").asString()));
            assertThat(trips.taken()).as("request object").isEqualTo(1);

            HttpResponse<String> answer = wallet.post(node, request, wallet::present);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(trips.taken()).as("answer").isEqualTo(5);

            String back = DirectPost.redirect(answer.body().getBytes(StandardCharsets.UTF_8))
                    .orElseThrow()
                    .toString();
            ObjectNode code =
                    Json.newObject().put("response_code", back.substring(back.indexOf("response_code=") + 14));
            String path = URI.create(started.path("request_uri").asString()).getPath();
            String presentation = path.replaceAll("^/o/([^/]+)/requests/", "/api/presentations/$1/");
            assertThat(columbia.call(token, "POST", presentation + "/result", Json.write(code))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(trips.taken()).as("result").isEqualTo(2);
        }
    }
}
