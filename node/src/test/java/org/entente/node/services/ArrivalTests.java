package org.entente.node.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.TestNode;
import org.entente.node.verification.TestEntente;
import org.entente.node.verification.TestQuebec;
import org.entente.node.verification.TestVisitor;
import org.entente.node.verification.TestWallet;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reporting an arrival, as the person's browser and wallet meet it. */
class ArrivalTests {
    private static final Pattern WALLET =
            Pattern.compile("href=\"http://wallet.localhost/present\\?client_id=([^&\"]+)&amp;request_uri=([^\"]+)\"");
    private static TestQuebec quebec;
    private static TestNode node;
    private static TestWallet wallet;

    @BeforeAll
    static void start() {
        quebec = new TestQuebec();
        node = TestNode.government("british-columbia", TestEntente.settings());
        TestEntente.inForce(node, quebec);
        wallet = new TestWallet(quebec.registrar(), 7);
    }

    @AfterAll
    static void stop() {
        node.close();
        quebec.close();
    }

    @Test
    @Requirement("OID4VP 1.0 §15.3 purpose")
    void is_in_the_catalogue_and_says_what_it_asks_and_under_which_clause() {
        TestVisitor visitor = new TestVisitor(node);

        assertThat(visitor.get("/fr/services").body()).contains("Signaler son arrivée en Colombie-Britannique");
        assertThat(visitor.get("/en/services/arrival").body())
                .contains("Report your arrival in British Columbia", "clause 3.1", "Date of birth", "At a counter");
    }

    @Test
    @Requirement("HAIP 1.0 §5.1 same-device")
    void is_confirmed_on_the_same_device_with_what_was_received_and_why() {
        TestVisitor visitor = new TestVisitor(node);
        RequestObject request = begin(visitor, "en");

        HttpResponse<String> confirmation = comeBack(visitor, answer(request));

        assertThat(confirmation.statusCode()).isEqualTo(200);
        assertThat(confirmation.body())
                .contains("Your reference number", "ARR-", "Aupaluk Kangirsuk", "clause 3.1")
                .doesNotContain("pseudonym-of", "Kuujjuaq");
        assertThat(Jsoup.parse(confirmation.body())
                        .select("bdi.name[translate=no][lang]")
                        .eachText())
                .contains("Aupaluk Kangirsuk");
        assertThat(confirmation.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(reference(visitor.get(URI.create(node.origin() + "/fr" + casePath(request)))))
                .isEqualTo(reference(confirmation));
    }

    @Test
    void shows_the_proof_path_without_a_claim_value() {
        TestVisitor visitor = new TestVisitor(node);
        HttpResponse<String> confirmation = comeBack(visitor, answer(begin(visitor, "fr")));
        Matcher proof = find("href=\"/fr(/proofs/[^\"]+)\"", confirmation.body());

        String page = new TestVisitor(node).get("/fr" + proof.group(1)).body();
        String json = new TestVisitor(node).get("/api" + proof.group(1)).body();

        assertThat(page).contains("Accepté", "<svg").doesNotContain("Aupaluk", "1990-02-03");
        assertThat(Json.object(json).path("state").asString()).isEqualTo("accepted");
        assertThat(Json.object(json).path("entente").path("clause").asString()).isEqualTo("3.1");
        assertThat(json).doesNotContain("Aupaluk", "1990-02-03");
    }

    @Test
    void whoever_has_no_wallet_is_told_the_other_ways_and_no_wallet_can_answer_any_more() {
        TestVisitor visitor = new TestVisitor(node);
        RequestObject request = begin(visitor, "en");

        HttpResponse<String> left = visitor.post("/en" + presentation(request) + "/leave", Map.of());

        assertThat(visitor.follow(left).body()).contains("Nothing was presented", "counter");
        assertThat(wallet.post(node, request, wallet::present).statusCode()).isEqualTo(400);
        assertThat(new TestVisitor(node)
                        .post("/en" + presentation(request) + "/leave", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Requirement("HAIP 1.0 §5.1 same-session")
    @Requirement("Security §4 session")
    void a_presentation_that_comes_back_in_another_browser_or_in_none_opens_no_case() {
        TestVisitor visitor = new TestVisitor(node);
        RequestObject request = begin(visitor, "en");
        URI back = answer(request);

        assertThat(visitor.get("/en" + casePath(request)).body()).doesNotContain("ARR-");
        HttpResponse<String> elsewhere = new TestVisitor(node).get(back);
        assertThat(elsewhere.statusCode()).isEqualTo(200);
        assertThat(digits(elsewhere)).isNotEmpty();
        assertThat(visitor.get("/en" + casePath(request)).body()).doesNotContain("ARR-");
    }

    @Test
    @Requirement("OID4VP 1.0 §14.3.3 protected")
    void nobody_elses_browser_sees_the_case() {
        TestVisitor visitor = new TestVisitor(node);
        RequestObject request = begin(visitor, "en");
        comeBack(visitor, answer(request));

        assertThat(new TestVisitor(node).get("/en" + casePath(request)).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Requirement("OID4VP 1.0 §5.7 cross-device")
    @Requirement("OID4VP 1.0 §14.2 strengthened")
    void another_device_compares_the_codes_before_anything_is_handed_over() {
        TestVisitor computer = new TestVisitor(node);
        RequestObject request = begin(computer, "en");
        String code = digits(computer.get("/en" + presentation(request) + "/other-device"));
        TestVisitor phone = new TestVisitor(node);

        URI back = answer(request);
        HttpResponse<String> compare = phone.get(back);

        assertThat(digits(compare)).isEqualTo(code);
        HttpResponse<String> waiting = computer.get("/en" + casePath(request));
        assertThat(TestVisitor.location(waiting)).contains("/presentations/");
        HttpResponse<String> same =
                phone.post(back.getPath(), Map.of("response_code", responseCode(back), "codes", "same"));
        assertThat(same.body()).contains("Continue on the other screen");
        assertThat(computer.get("/en" + casePath(request)).body()).contains("ARR-");
    }

    @Test
    @Requirement("OID4VP 1.0 §14.2 strengthened")
    @Requirement("Security §4 session")
    void codes_that_differ_hand_over_nothing() {
        TestVisitor attacker = new TestVisitor(node);
        RequestObject request = begin(attacker, "en");
        TestVisitor victim = new TestVisitor(node);
        URI back = answer(request);
        victim.get(back);

        victim.post(back.getPath(), Map.of("response_code", responseCode(back), "codes", "different"));

        assertThat(attacker.get("/en" + casePath(request)).body()).contains("Nothing was presented");
        assertThat(node.bean(JdbcClient.class)
                        .sql(
                                "select count(*) from verification.presentations where id = ? and claims_sealed is not null")
                        .param(id(request))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_refusal_by_the_holder_is_respected_in_plain_words() {
        TestVisitor visitor = new TestVisitor(node);
        RequestObject request = begin(visitor, "fr");
        DirectPost refusal = new DirectPost.Failed(new WalletAnswer.Declined(WalletAnswer.Declined.ACCESS_DENIED, ""));

        HttpResponse<String> answer = TestWallet.post(node, request, refusal.toForm());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(comeBack(visitor, back(answer)).body())
                .contains("Rien n’a été présenté", "Sans portefeuille ni téléphone intelligent");
    }

    @Test
    void a_wallet_that_cannot_answer_is_no_refusal_of_the_persons() {
        TestVisitor visitor = new TestVisitor(node);
        RequestObject request = begin(visitor, "en");
        DirectPost cannot = new DirectPost.Failed(new WalletAnswer.Declined("vp_formats_not_supported", ""));

        HttpResponse<String> answer = TestWallet.post(node, request, cannot.toForm());
        String page = comeBack(visitor, back(answer)).body();
        String proof = new TestVisitor(node)
                .get("/en" + find("href=\"/en(/proofs/[^\"]+)\"", page).group(1))
                .body();

        assertThat(page)
                .contains("Your wallet could not answer", "no credential in a format", "counter")
                .doesNotContain("You refused");
        assertThat(proof).contains("The wallet could not answer", "vp_formats_not_supported");
    }

    @Test
    void no_claim_stays_behind_in_verification_and_the_case_ends_with_the_clauses_retention() {
        TestVisitor visitor = new TestVisitor(node);
        RequestObject request = begin(visitor, "en");
        comeBack(visitor, answer(request));
        JdbcClient sql = node.bean(JdbcClient.class);

        assertThat(sql.sql(
                                "select claims_sealed is null and key_sealed is null from verification.presentations where id = ?")
                        .param(id(request))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(sql.sql("""
                                select delete_after = opened_at + interval '30 days'
                                    and position('Aupaluk'::bytea in claims_sealed) = 0
                                    and position('pseudonym'::bytea in person) = 0
                                from services.cases where presentation = ?""").param(id(request)).query(Boolean.class).single())
                .isTrue();
    }

    private static RequestObject begin(TestVisitor visitor, String language) {
        HttpResponse<String> started = visitor.post("/" + language + "/services/arrival", Map.of());
        assertThat(started.statusCode()).isEqualTo(303);
        Matcher link = find(WALLET.pattern(), visitor.follow(started).body());
        return TestWallet.fetch(decode(link.group(1)), URI.create(decode(link.group(2))));
    }

    private static URI answer(RequestObject request) {
        HttpResponse<String> response = wallet.post(node, request, wallet::present);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return back(response);
    }

    private static URI back(HttpResponse<String> response) {
        return DirectPost.redirect(response.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    /** Goes back where the wallet leads, and on to the service. */
    private static HttpResponse<String> comeBack(TestVisitor visitor, URI back) {
        return visitor.follow(visitor.get(back));
    }

    private static String id(RequestObject request) {
        String path = request.responseUri().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String presentation(RequestObject request) {
        return "/presentations/citizen-services/" + id(request);
    }

    private static String casePath(RequestObject request) {
        return "/services/arrival/cases/" + id(request);
    }

    private static String responseCode(URI back) {
        return back.getQuery().substring("response_code=".length());
    }

    private static String digits(HttpResponse<String> page) {
        return find("<p class=\"digits\">([0-9 ]+)</p>", page.body()).group(1);
    }

    private static String reference(HttpResponse<String> page) {
        return find("ARR-[0-9]{3}-[0-9]{3}-[0-9]{3}", page.body()).group();
    }

    private static Matcher find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
