package org.entente.checks.browser;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.names.TestPerson;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A resident's attestations: before there are any, the letter, the offer, what was issued, stopping one. */
@InCountry
class AttestationsPagesTests {
    private static final String LETTER = "/attestations/match/" + TestRegister.ID;
    private static final String CODE = "K7QX-M2PD";
    private static final Map<String, String> RIGHT =
            Map.of("number", TestIssuer.RECORD, "birth-date", "1984-02-29", "code", CODE);

    private final Country country;
    private final PageChecks pages;
    private TestNode node;
    private TestBrowser newcomer;
    private TestBrowser matched;

    AttestationsPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
    }

    @BeforeAll
    void sign_in() {
        node = country.quebec();
        newcomer = country.signedIn(node);
        matched = country.signedIn(node);
        matched.post("/en" + LETTER, RIGHT);
    }

    @TestFactory
    Stream<DynamicTest> before_there_are_any() {
        return pages.hold("attestations-unmatched", Way.to(node, "/attestations", newcomer));
    }

    @TestFactory
    Stream<DynamicTest> the_letter() {
        return pages.hold("attestations-match", Way.to(node, LETTER, newcomer));
    }

    @TestFactory
    Stream<DynamicTest> half_a_letter() {
        return pages.hold(
                "attestations-match-incomplete", Way.to(node, LETTER, newcomer).then(page -> {
                    page.fill("#field-number", TestIssuer.RECORD);
                    page.fill("#field-birth-date", "1984");
                    page.click("main button");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_letter_that_is_nobodys() {
        Way way = Way.to(node, LETTER, newcomer).then(page -> fill(page, "K7QX-M2PE"));
        return pages.hold("attestations-match-none", (context, language) -> {
            forgetAttempts();
            return way.lead(context, language);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_letter_of_somebody_elses() {
        Way way = Way.to(node, LETTER, newcomer).then(page -> fill(page, CODE));
        return pages.hold("attestations-match-held", (context, language) -> {
            forgetAttempts();
            return way.lead(context, language);
        });
    }

    @TestFactory
    Stream<DynamicTest> nothing_issued_yet() {
        TestBrowser other = country.signedIn(node);
        other.post("/en" + LETTER, Map.of("number", "GASP 7303 0303", "birth-date", "2001-12-01", "code", "Z8VN-C3LA"));
        return pages.hold("attestations-none", Way.to(node, "/attestations", other));
    }

    @TestFactory
    Stream<DynamicTest> nothing_to_attest_but_a_name_that_was_put_away() {
        TestPerson other = alone("WASK 4404 0404");
        other.press(other.record(ManyLetters.ONE_NAME, "entente:open", "used") + "/former", Map.of());
        return pages.hold("attestations-nameless", Way.to(node, "/attestations", other.browser()));
    }

    @TestFactory
    Stream<DynamicTest> asking_for_nothing() {
        return pages.hold(
                "attestations-choose-wrong",
                Way.to(node, "/attestations", matched).then(page -> page.click("main form button")));
    }

    @TestFactory
    Stream<DynamicTest> an_offer() {
        return pages.hold("attestations-offer", Way.to(node, offer(), matched));
    }

    @TestFactory
    Stream<DynamicTest> an_offer_that_was_opened() {
        String offer = offer();
        redeem(offer);
        return pages.hold("attestations-offer-taken", Way.to(node, offer, matched));
    }

    @TestFactory
    Stream<DynamicTest> what_was_issued() {
        redeem(offer());
        return pages.hold("attestations-issued", Way.to(node, "/attestations", matched));
    }

    @TestFactory
    Stream<DynamicTest> stopping_one() {
        redeem(offer());
        return pages.hold("attestations-stop", Way.to(node, stop(), matched));
    }

    @TestFactory
    Stream<DynamicTest> one_that_was_stopped() {
        redeem(offer());
        String stop = stop();
        matched.post("/en" + stop, Map.of());
        return pages.hold("attestations-stopped", Way.to(node, stop, matched));
    }

    @TestFactory
    Stream<DynamicTest> a_name_that_is_attested_and_may_end_with_what_says_it() {
        redeem(offer());
        String name = new TestPerson(matched).record("Tadoussac", "entente:open", "used");
        return pages.hold("names-attested", Way.to(node, name, matched));
    }

    @TestFactory
    Stream<DynamicTest> a_name_that_was_put_away_and_may_still_be_attested() {
        TestPerson other = alone("IVUJ 5505 0505");
        redeem(other.browser(), offer(other.browser()));
        String name = other.record(ManyLetters.OTHER_NAME, "entente:open", "used");
        other.press(name + "/former", Map.of());
        return pages.hold("names-attested-still", Way.to(node, name, other.browser()));
    }

    private static void fill(Page page, String code) {
        page.fill("#field-number", TestIssuer.RECORD);
        page.fill("#field-birth-date", "1984-02-29");
        page.fill("#field-code", code);
        page.click("main button");
    }

    /** Somebody who tries as often as these tests do is told to wait. */
    private void forgetAttempts() {
        node.bean(JdbcClient.class).sql("delete from registers.attempts").update();
    }

    /** Somebody whose record no other test knows. */
    private TestPerson alone(String number) {
        TestBrowser browser = country.signedIn(node);
        browser.post("/en" + LETTER, Map.of("number", number, "birth-date", "1990-01-01", "code", "K7QM-M2PD"));
        return new TestPerson(browser);
    }

    private String offer() {
        return offer(matched);
    }

    private static String offer(TestBrowser person) {
        return Asking.path(
                URI.create(TestBrowser.location(person.post("/en/attestations", Map.of("type", TestIssuer.IDENTITY)))));
    }

    private void redeem(String offer) {
        redeem(matched, offer);
    }

    private void redeem(TestBrowser person, String offer) {
        Document page = Jsoup.parse(person.get("/en" + offer).body());
        Resident resident = new Resident(country);
        URI link = URI.create(page.select("main a[href*=/wallet/offer]").attr("href"));
        resident.accept(
                new Resident.Offered(resident.opened(link), ""),
                page.select(".digits").text());
    }

    /** The page on which the latest is stopped. */
    private String stop() {
        List<String> links = Jsoup.parse(matched.get("/en/attestations").body())
                .select("main a[href*=/attestations/stop/]")
                .eachAttr("href");
        return Asking.path(URI.create(links.getFirst()));
    }
}
