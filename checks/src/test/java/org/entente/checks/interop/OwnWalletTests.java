package org.entente.checks.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.entente.checks.Lane;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.signin.TestBrowser;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Our wallet obtains from an issuer, and presents to a verifier, that are built on {@code @openid4vc}. */
@ResourceLock(Lane.NODES)
@ExtendWith(Interop.class)
class OwnWalletTests {
    private static final String QUERY = """
            {"credentials": [{"id": "card", "format": "dc+sd-jwt",
              "meta": {"vct_values": ["urn:example:library-card:1"]},
              "claims": [{"path": ["name"]}, {"path": ["address", "locality"]}]}]}
            """;

    private final Meeting meeting;
    private final Strangers strangers;
    private TestBrowser holder;

    OwnWalletTests(Meeting meeting) {
        this.meeting = meeting;
        this.strangers = meeting.strangers();
        this.holder = new TestBrowser(meeting.provinces().wallet());
    }

    @BeforeEach
    void signIn() {
        holder = new TestBrowser(meeting.provinces().wallet())
                .signIn(meeting.provinces().mailbox(), "holder-" + System.nanoTime() + "@example.org");
    }

    @Test
    @Requirement("HAIP 1.0 §4 dpop-nonce")
    @Requirement("RFC 9449 §8 retry")
    @Requirement("OID4VCI 1.0 §4.1.3 get")
    void obtains_a_batch_from_an_issuer_that_demands_its_proof_nonce_and_answers_in_another_order() {
        assertThat(obtain(Strangers.CODE)).contains("Your attestation is in your wallet");
        assertThat(holder.get("/en/wallet").body()).contains(Strangers.BATCH + " unused copies", "Carte de biblioth");
    }

    @Test
    @Requirement("OID4VCI 1.0 §5.1.4 par")
    @Requirement("OID4VCI 1.0 §4.1.1 issuer_state")
    @Requirement("RFC 9207 §2.4 checked")
    void obtains_a_batch_that_the_holder_allows_at_the_issuer_who_offered_it() {
        String offer = open(strangers.offerToAsk());
        assertThat(holder.get(offer).body()).contains("Go on to library.localhost");
        assertThat(asked(offer, "allow")).contains("Your attestation is in your wallet");
        assertThat(holder.get("/en/wallet").body()).contains(Strangers.BATCH + " unused copies");
    }

    @Test
    void obtains_a_batch_that_the_holder_asks_for_without_an_offer_and_presents_it() {
        String issuer = TestBrowser.location(holder.post("/en/wallet/issuers", Map.of("issuer", strangers.issuer())));
        assertThat(holder.get(issuer).body()).contains("Carte de biblioth");
        String offer = TestBrowser.location(
                holder.post("/en/wallet/issuer", Map.of("issuer", strangers.issuer(), "type", "library-card")));
        assertThat(asked(offer, "allow")).contains("Your attestation is in your wallet");
        JsonNode request = strangers.ask(QUERY);
        holder.post(open(request) + "/agree", Map.of());
        assertThat(strangers.outcome(request).at("/claims/card/name").asString(""))
                .isEqualTo("Aurélie Rimouski");
    }

    @Test
    void a_no_at_the_issuer_is_told_and_leaves_the_offer_open() {
        String offer = open(strangers.offerToAsk());
        assertThat(asked(offer, "deny")).doesNotContain("Your attestation is in your wallet");
        assertThat(asked(offer, "allow")).contains("Your attestation is in your wallet");
    }

    @Test
    void a_wrong_transaction_code_is_refused_by_the_issuer_and_said_so() {
        assertThat(obtain("000000")).doesNotContain("Your attestation is in your wallet");
        assertThat(holder.get("/en/wallet").body()).doesNotContain("unused cop");
    }

    @Test
    @Requirement("HAIP 1.0 §5 dcql")
    @Requirement("HAIP 1.0 §5.1 signed-by-reference")
    @Requirement("OID4VP 1.0 §8.2 form")
    void presents_what_was_asked_and_nothing_more() {
        obtain(Strangers.CODE);
        JsonNode request = strangers.ask(QUERY);
        String page = open(request);
        URI back = URI.create(TestBrowser.location(holder.post(page + "/agree", Map.of())));
        assertThat(back.getHost()).isEqualTo("museum.localhost");
        JsonNode outcome = strangers.outcome(request);
        assertThat(outcome.at("/claims/card/name").asString("")).isEqualTo("Aurélie Rimouski");
        assertThat(outcome.at("/claims/card/address/locality").asString("")).isEqualTo("Rimouski");
        assertThat(outcome.at("/claims/card/address").has("postal_code")).isFalse();
        assertThat(outcome.at("/claims/card").has("branch")).isFalse();
        assertThat(outcome.path("answers").booleanValue())
                .as("as dcql judges it")
                .isTrue();
    }

    @Test
    @Requirement("OID4VP 1.0 §7 positions")
    void of_an_array_shows_the_element_that_was_asked() {
        obtain(Strangers.CODE);
        for (Map.Entry<String, String> asked : Map.of(
                        "[\"languages\", 2]", "[\"iu\"]",
                        "[\"languages\", null]", "[\"fr\",\"en\",\"iu\"]")
                .entrySet()) {
            JsonNode request = strangers.ask(QUERY.replace("[\"address\", \"locality\"]", asked.getKey()));
            holder.post(open(request) + "/agree", Map.of());
            JsonNode outcome = strangers.outcome(request);
            assertThat(outcome.at("/claims/card/languages")).hasToString(asked.getValue());
            assertThat(outcome.path("answers").booleanValue())
                    .as("as dcql judges it")
                    .isTrue();
        }
    }

    @Test
    void a_refusal_reaches_the_verifier_as_an_error() {
        obtain(Strangers.CODE);
        JsonNode request = strangers.ask(QUERY);
        holder.post(open(request) + "/refuse", Map.of());
        assertThat(strangers.outcome(request).path("error").asString("")).isEqualTo("access_denied");
    }

    @Test
    @Requirement("OID4VP 1.0 §8.5 invalid_transaction_data")
    void a_verifier_hears_what_our_wallet_cannot_do_when_its_holder_says_so() {
        JsonNode request = strangers.askForATransaction(QUERY);
        String page = open(request);
        assertThat(strangers.outcome(request).isNull()).isTrue();
        URI back = URI.create(TestBrowser.location(holder.post(page + "/tell", Map.of())));
        assertThat(back.getHost()).isEqualTo("museum.localhost");
        assertThat(strangers.outcome(request).path("error").asString("")).isEqualTo("invalid_transaction_data");
    }

    /** OID4VP 1.0 §5.8; see {@code docs/interop.md}. */
    @Test
    @Requirement("OID4VP 1.0 §5.8 aud")
    void does_not_answer_a_request_that_is_meant_for_another_audience() {
        obtain(Strangers.CODE);
        JsonNode request = strangers.askWithAudienceOfTheLibrary(QUERY);
        HttpResponse<String> page = holder.get(link(request));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(strangers.outcome(request).isNull()).isTrue();
    }

    /** Goes through the pages of an offer; gives the last. */
    private String obtain(String transactionCode) {
        String offer = open(strangers.offer());
        holder.post(offer + "/accept", Map.of("tx_code", transactionCode));
        return holder.get(offer).body();
    }

    /** The page of an offer that the wallet was handed. */
    private String open(String link) {
        String uri = URLDecoder.decode(link.replaceFirst("^.*credential_offer_uri=", ""), StandardCharsets.UTF_8);
        return TestBrowser.location(holder.get("/en/wallet/offer?credential_offer_uri=" + encode(uri)));
    }

    /** Goes to the issuer and back with an answer; gives the page of the offer. */
    private String asked(String offer, String answer) {
        URI page = URI.create(TestBrowser.location(holder.post(offer + "/ask", Map.of())));
        assertThat(page.getRawQuery()).contains("request_uri=").doesNotContain("redirect_uri");
        URI back = strangers.answer(page, answer);
        holder.get("/en" + back.getRawPath() + "?" + back.getRawQuery());
        return holder.get(offer).body();
    }

    private String open(JsonNode request) {
        String page = TestBrowser.location(holder.get(link(request)));
        assertThat(holder.get(page).body()).contains("museum.localhost");
        return page;
    }

    private static String link(JsonNode request) {
        return "/en/wallet/present?client_id="
                + encode(request.path("clientId").asString("")) + "&request_uri="
                + encode(request.path("requestUri").asString(""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
