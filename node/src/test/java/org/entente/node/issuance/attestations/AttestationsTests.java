package org.entente.node.issuance.attestations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.names.TestPerson;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.protocols.sdjwt.SdJwt;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** A person's way from signing in to stopping an attestation, on pages without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttestationsTests {
    private static final String MATCH = "/fr/attestations/match/residents";
    private static final Map<String, String> LETTER =
            Map.of("number", "TREM 5401 0101", "birth-date", "1984 02 29", "code", "k7qx-m2pd");
    private static final Map<String, String> NUTA =
            Map.of("number", "NUTA62020202", "birth-date", "1991-07-15", "code", "B4HT-R9WE");

    private final TestMailbox mailbox = new TestMailbox();
    private TestNode node;
    private TestHolder holder;

    @BeforeAll
    void start() {
        Map<String, Object> settings = new HashMap<>(TestIssuer.settings());
        settings.putAll(mailbox.settings());
        settings.put("entente.web.wallets[0].name", "Portefeuille");
        settings.put("entente.web.wallets[0].offer", "https://wallet.example/offer");
        settings.put("entente.web.wallets[0].present", "https://wallet.example/present");
        node = TestNode.government("quebec", settings);
        holder = new TestHolder(node);
    }

    @AfterAll
    void stop() {
        node.close();
        mailbox.close();
    }

    @AfterEach
    void forgetMatches() {
        node.bean(JdbcClient.class).sql("delete from registers.matches").update();
        node.bean(JdbcClient.class).sql("delete from registers.attempts").update();
    }

    @Test
    void nobody_sees_the_pages_without_signing_in() {
        HttpResponse<String> response = new TestBrowser(node).get("/fr/attestations");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(TestBrowser.location(response)).contains("/fr/sign-in");
    }

    @Test
    void the_whole_way_from_the_letter_to_the_stop() throws MessagingException {
        TestBrowser browser = signedIn("aurelie@example.org");
        assertThat(browser.get("/fr/attestations").body()).contains("Retrouver mon dossier");

        assertThat(TestBrowser.location(browser.post(MATCH, LETTER))).isEqualTo("/fr/attestations");
        String offerPage = TestBrowser.location(browser.post("/fr/attestations", Map.of("type", "proof-of-identity")));
        String offer = browser.get(offerPage).body();
        assertThat(offer)
                .contains("https://wallet.example/offer?credential_offer_uri=", "openid-credential-offer://", "<svg");

        String token = holder.token(OfferPages.given(offer));
        holder.obtain(token, TestIssuer.IDENTITY, holder.keys(3));
        assertThat(mailbox.next().getSubject()).contains("Attestation issued", "Attestation délivrée");
        assertThat(browser.get(offerPage).body()).contains("L’offre a été ouverte");

        String listed = browser.get("/en/attestations").body();
        assertThat(listed).contains("Proof of identity", "In force", "3 one-time copies");
        String stop = OfferPages.link(listed, "(/en/attestations/stop/[^\"]+)");
        assertThat(browser.get(stop).body()).contains("Stop this attestation?");
        assertThat(browser.post(stop, Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/en/attestations").body()).contains("Stopped").doesNotContain("In force");
    }

    @Test
    void says_which_field_is_malformed_and_keeps_what_was_entered() {
        HttpResponse<String> response = signedIn("percé@example.org")
                .post(MATCH, Map.of("number", "TREM 5401 0101", "birth-date", "29/02/84", "code", ""));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("error-birth-date", "error-code", "TREM 5401 0101")
                .doesNotContain("error-number");
    }

    @Test
    void does_not_say_which_of_the_three_is_wrong() {
        Map<String, String> wrong = new HashMap<>(LETTER);
        wrong.put("code", "AAAA-AAAA");

        assertThat(signedIn("matane@example.org").post(MATCH, wrong).body())
                .contains("Aucun dossier ne correspond à ces trois renseignements");
    }

    @Test
    void a_second_account_is_refused_and_the_first_one_is_told() throws MessagingException {
        signedIn("first@example.org").post(MATCH, LETTER);

        HttpResponse<String> response = signedIn("second@example.org").post(MATCH, LETTER);

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(mailbox.next().getSubject()).contains("Somebody else asked for your attestations");
    }

    @Test
    void asking_for_nothing_or_without_a_record_is_refused() {
        TestBrowser browser = signedIn("gaspe@example.org");

        assertThat(browser.post("/fr/attestations", Map.of()).statusCode()).isEqualTo(400);
        assertThat(browser.post("/fr/attestations", Map.of("type", "proof-of-identity"))
                        .body())
                .contains("Retrouvez d’abord votre dossier");
        assertThat(browser.post("/fr/attestations", Map.of("type", "nothing")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_offer_and_an_attestation_are_shown_to_their_holder_alone() {
        TestBrowser holders = signedIn("rimouski@example.org");
        holders.post(MATCH, Map.of("number", "GASP73030303", "birth-date", "2001-12-01", "code", "Z8VN C3LA"));
        String offerPage = TestBrowser.location(holders.post("/fr/attestations", Map.of("type", "proof-of-residence")));
        String offer = holders.get(offerPage).body();
        holder.obtain(holder.token(OfferPages.given(offer)), TestIssuer.RESIDENCE, holder.keys(1));
        String stop = OfferPages.link(holders.get("/fr/attestations").body(), "(/fr/attestations/stop/[^\"]+)");
        mailbox.next();

        TestBrowser strangers = signedIn("stranger@example.org");
        assertThat(strangers.get(offerPage).statusCode()).isEqualTo(404);
        assertThat(strangers.get(stop).statusCode()).isEqualTo(404);
        assertThat(strangers.post(stop, Map.of()).statusCode()).isEqualTo(404);
        assertThat(holders.get("/fr/attestations").body()).contains("En vigueur");
    }

    @Test
    void a_name_that_was_put_away_is_attested_no_more_though_the_register_has_it() {
        TestBrowser browser = signedIn("kangiqsualujjuaq@example.org");
        browser.post(MATCH, NUTA);
        String roman = putAway(browser, "Kangiqsualujjuaq");

        String page = TestBrowser.location(browser.post("/en/attestations", Map.of("type", "proof-of-identity")));
        String offer = browser.get(page).body();
        String token = holder.token(OfferPages.given(offer));
        ObjectNode claims = SdJwt.parse(holder.obtain(token, TestIssuer.IDENTITY, holder.keys(1))
                        .getFirst())
                .claims();

        assertThat(claims.path("name").stringValue()).isEqualTo("ᑲᖏᕐᓱᐊᓗᔾᔪᐊᖅ");
        assertThat(claims.path("ca_names")
                        .valueStream()
                        .map(name -> name.path("full").stringValue()))
                .containsExactly("ᑲᖏᕐᓱᐊᓗᔾᔪᐊᖅ");

        putAway(browser, "ᑲᖏᕐᓱᐊᓗᔾᔪᐊᖅ");

        assertThat(Jsoup.parse(browser.get("/en/attestations").body())
                        .select(".notice h2")
                        .eachText())
                .as("before anything is asked for")
                .containsExactly(
                        "Proof of identity: without a name to attest", "Proof of residence: without a name to attest");
        assertThat(TestBrowser.location(browser.post("/en/attestations", Map.of("type", "proof-of-identity"))))
                .isEqualTo("/en/attestations");

        browser.post(roman + "/borne", Map.of());

        assertThat(browser.get("/en/attestations").body()).doesNotContain("without a name to attest");
    }

    @Test
    void putting_a_name_away_revokes_what_says_names_where_its_bearer_ticks_the_box_and_only_there() {
        TestBrowser browser = signedIn("tasiujaq@example.org");
        TestPerson person = new TestPerson(browser);
        String other = person.record("Tasiujaq", "entente:open", "used");
        String name = person.record("Leaf Bay", "entente:open", "used");
        assertThat(person.page(name).select("[name=revoke]")).isEmpty();
        browser.post(MATCH, NUTA);
        obtainIdentity(browser);

        assertThat(person.page(name).select("input[name=revoke][checked]")).isEmpty();
        assertThat(TestPerson.path(person.press(name + "/former", Map.of()))).isEqualTo("/names");
        assertThat(browser.get("/en/attestations").body()).contains("In force");
        assertThat(person.page(name).select("[name=revoke]"))
                .as("put away already")
                .isEmpty();

        assertThat(person.page(other).select("[action$=/former] [name=revoke]")).hasSize(1);
        assertThat(TestPerson.path(person.press(other + "/former", Map.of("revoke", "true"))))
                .isEqualTo("/attestations");
        assertThat(browser.get("/en/attestations").body()).contains("Stopped").doesNotContain("In force");
        obtainIdentity(browser);
        assertThat(browser.get("/en/attestations").body()).contains("In force");
    }

    @Test
    void removing_a_name_revokes_what_says_names_where_its_bearer_ticks_the_box_and_only_there() {
        TestPerson person = new TestPerson(signedIn("inukjuak@example.org"));
        String kept = person.record("Inukjuak", "entente:open", "used");
        String name = person.record("Port Harrison", "entente:open", "used");
        person.browser().post(MATCH, NUTA);
        obtainIdentity(person.browser());

        assertThat(person.page(name).expectFirst("#revoke-removed").text()).contains("what the registers have of you");
        assertThat(TestPerson.path(person.press(name + "/remove", Map.of()))).isEqualTo("/names");
        assertThat(person.page("/attestations").text()).contains("In force");

        assertThat(TestPerson.path(person.press(kept + "/remove", Map.of("revoke", "true"))))
                .isEqualTo("/attestations");
        assertThat(person.page("/attestations").text()).contains("Stopped").doesNotContain("In force");
    }

    @Test
    void revoking_says_beforehand_that_the_register_has_no_other_name() {
        TestBrowser browser = signedIn("aupaluk@example.org");
        TestPerson person = new TestPerson(browser);
        browser.post(MATCH, NUTA);
        String roman = person.record("Kangiqsualujjuaq", "entente:open", "used");
        String syllabic = person.record("ᑲᖏᕐᓱᐊᓗᔾᔪᐊᖅ", "entente:open", "used");
        obtainIdentity(browser);

        assertThat(person.page(roman).expectFirst("#revoke-put-away").text())
                .as("the register has another")
                .contains("You then ask for new ones");
        assertThat(person.page("/names").text()).doesNotContain("Attestations that say your names hold");

        person.press(roman + "/former", Map.of());

        assertThat(person.page(syllabic).expectFirst("#revoke-put-away").text())
                .contains("you will not get all of them anew")
                .doesNotContain("You then ask");
        assertThat(person.page("/names").text()).contains("Attestations that say your names hold");
    }

    @Test
    void what_says_names_is_revoked_later_too_with_the_offers_of_all_that_would_say_them_once_for_each_issuer() {
        TestBrowser browser = signedIn("quaqtaq@example.org");
        TestPerson person = new TestPerson(browser);
        browser.post(MATCH, NUTA);
        String borne = person.record("Quaqtaq", "entente:open", "used");
        String away = person.record("Notre-Dame-de-Koartac", "entente:open", "used");
        person.press(away + "/former", Map.of());
        obtainIdentity(browser);
        obtainIdentity(browser);
        String offer = TestBrowser.location(browser.post("/en/attestations", Map.of("type", "proof-of-residence")));
        long before = revocations();

        assertThat(person.press(borne + "/revoke", Map.of()).statusCode())
                .as("of a name that is borne")
                .isEqualTo(404);
        assertThat(person.page(away).text()).contains("You then ask for new ones");
        assertThat(TestPerson.path(person.press(away + "/revoke", Map.of()))).isEqualTo("/attestations");

        assertThat(browser.get("/en/attestations").body()).contains("Stopped").doesNotContain("In force");
        assertThat(browser.get(offer).statusCode()).isEqualTo(404);
        assertThat(revocations()).isEqualTo(before + 1);
        assertThat(person.page(away).select("form[action$=/revoke]")).isEmpty();
    }

    private long revocations() {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from journal.leaves where type = 'credentials-revoked'")
                .query(Long.class)
                .single();
    }

    private void obtainIdentity(TestBrowser browser) {
        String page = TestBrowser.location(browser.post("/en/attestations", Map.of("type", "proof-of-identity")));
        String token = holder.token(OfferPages.given(browser.get(page).body()));
        holder.obtain(token, TestIssuer.IDENTITY, holder.keys(1));
        mailbox.next();
    }

    /** Records a name and puts it away; gives its page. */
    private static String putAway(TestBrowser browser, String name) {
        String path = "/en" + new TestPerson(browser).record(name, "entente:open", "used");
        browser.post(path + "/former", Map.of());
        return path;
    }

    private TestBrowser signedIn(String email) {
        return new TestBrowser(node).signIn(mailbox, email);
    }
}
