package org.entente.checks.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.conclude.ReviseEntente;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What officers see and write: a text on the table, an entente in force that Ontario asks to join, a draft and its forms. */
@InCountry
class EntenteDeskPagesTests {
    private static final String TALKS = "museums";
    private static final String COUNTERED = "archives";
    private static final String OF_OTHERS = "ferries";

    private final Country country;
    private final PageChecks pages;
    private final TestBrowser officer;

    private String draft = "";
    private String next = "";

    EntenteDeskPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
        this.officer = new TestBrowser(country.quebec()).signIn(country.mailbox(), Country.OFFICER);
    }

    @BeforeAll
    void prepare() {
        TestParties.introduce(country.quebec(), country.columbia(), country.ontario());
        country.entente();
        TestParties.propose(country.quebec(), country.draft(TALKS));
        await().atMost(TestParties.PATIENCE)
                .until(() -> country.columbia().bean(Holdings.class).find(TALKS).isPresent());
        TestParties.agree(country.columbia(), TALKS);
        await().atMost(TestParties.PATIENCE)
                .until(() -> TestParties.talks(country.quebec(), TALKS).isAgreed());
        counter();
        TestParties.propose(country.columbia(), country.draft(OF_OTHERS));
        await().atMost(TestParties.PATIENCE)
                .until(() ->
                        country.quebec().bean(Holdings.class).find(OF_OTHERS).isPresent());
        TestParties.agree(country.quebec(), OF_OTHERS);
        watch();
        draft = TestBrowser.location(officer.post(
                        "/fr/drafts",
                        Map.of(
                                "name", "bridges",
                                "title-fr", "Ponts et traversiers",
                                "title-en", "Bridges and ferries",
                                "parties", country.columbia().origin().toString(),
                                "template", "identity")))
                .substring("/fr".length());
        String here = "/fr/ententes/" + country.entente();
        String text = TestParties.held(country.quebec()).entente().hash();
        next = TestBrowser.location(officer.post(here + "/drafts", Map.of("document", text)))
                .substring("/fr".length());
        officer.post(here + "/depositary/CA-BC", Map.of());
    }

    /** What Québec has seen of British Columbia since the day after the entry into force. */
    private void watch() {
        JdbcClient sql = country.quebec().bean(JdbcClient.class);
        sql.sql("insert into frontier.watched values (:publisher, current_date + 1, 86400000, 7260000)")
                .param("publisher", country.columbia().origin().toString())
                .update();
        sql.sql("insert into agreements.shortfalls (name, party, kind, subject, began_at, leaf, salt, ended_at)"
                        + " values (:name, 'CA-BC', 'availability', '6.1', now(), gen_random_uuid(), '', now())")
                .param("name", country.entente())
                .update();
    }

    /** A text that the other government answers by another. */
    private void counter() {
        TestParties.propose(country.quebec(), country.draft(COUNTERED));
        await().atMost(TestParties.PATIENCE)
                .until(() ->
                        country.columbia().bean(Holdings.class).find(COUNTERED).isPresent());
        ObjectNode other = country.draft(COUNTERED);
        other.putObject("notice").put("fr", "Un autre avis").put("en", "Another notice");
        ((ObjectNode) other.at("/clauses/0")).put("retention_days", 7);
        String first = TestParties.talks(country.columbia(), COUNTERED).text().hash();
        country.columbia().bean(ReviseEntente.class).propose(COUNTERED, first, other, "officer", Instant.now());
        await().atMost(TestParties.PATIENCE)
                .until(() -> TestParties.talks(country.quebec(), COUNTERED)
                                .negotiation()
                                .round()
                        == 2);
    }

    @TestFactory
    Stream<DynamicTest> a_text_on_the_table() {
        return pages.hold("desk-talks", Way.to(country.quebec(), "/ententes/" + TALKS + "/desk", officer));
    }

    @TestFactory
    Stream<DynamicTest> a_text_of_others_that_states_other_steps_for_us() {
        return pages.hold(
                "desk-talks-of-others", Way.to(country.quebec(), "/ententes/" + OF_OTHERS + "/desk", officer));
    }

    @TestFactory
    Stream<DynamicTest> a_text_by_its_hash() {
        String hash = TestParties.talks(country.quebec(), TALKS).text().hash();
        return pages.hold("desk-text", Way.to(country.quebec(), "/ententes/" + TALKS + "/texts/" + hash, officer));
    }

    @TestFactory
    Stream<DynamicTest> two_texts_of_the_talks_side_by_side() {
        return pages.hold(
                "desk-changes",
                Way.to(country.quebec(), "/ententes/" + COUNTERED + "/desk", officer)
                        .then(page -> page.locator("a[href*='/changes?from=']").click()));
    }

    @TestFactory
    Stream<DynamicTest> the_key_of_this_government() {
        return pages.hold("desk-key", Way.to(country.quebec(), "/key", officer).then(press("/removal")));
    }

    @TestFactory
    Stream<DynamicTest> a_key_that_is_to_be_replaced() {
        return pages.hold(
                "desk-key-asked", Way.to(country.quebec(), "/key", officer).then(press("/roll-over")));
    }

    /** Presses the button of a form that posts there, if there is one. */
    private static Consumer<Page> press(String action) {
        return page -> {
            Locator button = page.locator("form[action$='" + action + "'] button");
            if (button.count() > 0) {
                button.click();
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> a_clause_of_a_next_version() {
        return pages.hold("desk-clause-bound", Way.to(country.quebec(), next + "/clause-3.1", officer));
    }

    @TestFactory
    Stream<DynamicTest> an_entente_in_force() {
        return pages.hold(
                "desk-in-force", Way.to(country.quebec(), "/ententes/" + country.entente() + "/desk", officer));
    }

    @TestFactory
    Stream<DynamicTest> a_suspension() {
        return pages.hold(
                "desk-suspension", Way.to(country.quebec(), "/ententes/" + country.entente() + "/suspension", officer));
    }

    @TestFactory
    Stream<DynamicTest> a_withdrawal() {
        return pages.hold(
                "desk-withdrawal", Way.to(country.quebec(), "/ententes/" + country.entente() + "/withdrawal", officer));
    }

    @TestFactory
    Stream<DynamicTest> the_drafts_with_a_form_that_is_wrong() {
        return pages.hold(
                "desk-drafts-wrong",
                Way.to(country.quebec(), "/drafts", officer)
                        .then(page -> page.locator("main form button").last().click()));
    }

    @TestFactory
    Stream<DynamicTest> the_drafts() {
        return pages.hold("desk-drafts", Way.to(country.quebec(), "/drafts", officer));
    }

    @TestFactory
    Stream<DynamicTest> a_draft() {
        return pages.hold("desk-draft", Way.to(country.quebec(), draft, officer));
    }

    @TestFactory
    Stream<DynamicTest> a_draft_that_is_tried() {
        return pages.hold("desk-draft-what-if", Way.to(country.quebec(), next + "/what-if?drops=birthdate", officer));
    }

    @TestFactory
    Stream<DynamicTest> a_draft_that_is_to_go() {
        return pages.hold("desk-draft-removal", Way.to(country.quebec(), draft + "/removal", officer));
    }

    @TestFactory
    Stream<DynamicTest> a_clause_beside_its_text() {
        return pages.hold("desk-clause", Way.to(country.quebec(), draft + "/clause-2.1", officer));
    }

    @TestFactory
    Stream<DynamicTest> a_clause_that_is_wrong() {
        return pages.hold(
                "desk-clause-wrong",
                Way.to(country.quebec(), draft + "/clause-2.1", officer).then(page -> {
                    page.locator("#field-retention-days").fill("?");
                    page.locator("#field-text-en").fill("");
                    page.locator("main form button").first().click();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_party() {
        return pages.hold("desk-party", Way.to(country.quebec(), draft + "/party-1", officer));
    }

    @TestFactory
    Stream<DynamicTest> a_request_to_join() {
        return pages.hold("desk-accession", Way.to(country.quebec(), "/accession", officer));
    }

    @TestFactory
    Stream<DynamicTest> the_text_that_is_joined() {
        String address = TestParties.held(country.quebec()).entente().id().toString();
        return pages.hold(
                "desk-accession-text",
                Way.to(country.quebec(), "/accession", officer).then(page -> {
                    page.locator("#field-address").fill(address);
                    page.locator("main form button").last().click();
                }));
    }

    @TestFactory
    Stream<DynamicTest> who_did_what() {
        return pages.hold("desk-deeds", Way.to(country.quebec(), "/ententes/" + country.entente() + "/deeds", officer));
    }

    @TestFactory
    Stream<DynamicTest> a_government_that_is_met() {
        String address = country.columbia().origin().toString();
        return pages.hold(
                "desk-partner", Way.to(country.quebec(), "/partners", officer).then(page -> {
                    page.locator("#field-address").fill(address);
                    page.locator("main form button").click();
                }));
    }
}
