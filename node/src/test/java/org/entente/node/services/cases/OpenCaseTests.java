package org.entente.node.services.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.entente.node.TestNode;
import org.entente.node.services.TestPresentations;
import org.entente.node.services.catalogue.BrowserToken;
import org.entente.node.verification.TestEntente;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenCaseTests {
    private static TestNode node;

    private Instant now;
    private TestPresentations presentations;
    private BrowserToken browser;

    @BeforeAll
    static void start() {
        node = TestNode.government("british-columbia", TestEntente.settings());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void open() {
        now = node.bean(InstantSource.class).instant().truncatedTo(ChronoUnit.MICROS);
        presentations = new TestPresentations(node, now);
        browser = presentations.browser();
    }

    @Test
    void coming_back_again_finds_the_same_case_with_what_was_received() {
        String presentation = presentations.accepted(browser, "one");
        Case first = opened(presentation, browser, now);
        Case second = opened(presentation, browser, now.plusSeconds(5));

        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(second.claims()).isEqualTo(first.claims());
        assertThat(second.deleteAfter()).isEqualTo(now.plus(Duration.ofDays(30)));
    }

    @Test
    void another_browser_collects_nothing_and_spoils_nothing() {
        String presentation = presentations.accepted(browser, "one");

        assertThat(open(presentation, presentations.browser(), now)).isInstanceOf(CaseOutcome.Gone.class);
        assertThat(open(presentation, browser, now)).isInstanceOf(CaseOutcome.Opened.class);
    }

    @Test
    void what_was_presented_to_another_service_is_not_collected() {
        BrowserToken foreign = new BrowserToken("departure." + browser.value());
        String presentation = presentations.accepted(foreign, "one");

        assertThat(open(presentation, foreign, now)).isInstanceOf(CaseOutcome.Gone.class);
    }

    @Test
    void waits_until_the_holder_of_the_other_device_compared_the_codes() {
        String presentation = presentations.acceptedElsewhere(browser, "one").value();

        assertThat(open(presentation, browser, now)).isInstanceOf(CaseOutcome.Waiting.class);
    }

    @Test
    void a_person_is_known_again_in_this_service_and_not_taken_for_another() {
        Case first = opened(presentations.accepted(browser, "returning"), browser, now.minusSeconds(60));
        Case second = opened(presentations.accepted(browser, "returning"), browser, now);
        Case other = opened(presentations.accepted(browser, "somebody else"), browser, now);

        assertThat(node.bean(Cases.class).lastBefore(second, now)).contains(first.openedAt());
        assertThat(node.bean(Cases.class).lastBefore(other, now)).isEmpty();
    }

    @Test
    @Requirement("OID4VP 1.0 §14.4 with-issuer")
    void a_pseudonym_that_two_issuers_made_is_two_persons() {
        opened(presentations.accepted(browser, "same of two"), browser, now.minusSeconds(60));
        URI other = URI.create("https://ontario.example/o/registrar");
        Case second = opened(presentations.acceptedFrom(other, browser, "same of two"), browser, now);

        assertThat(node.bean(Cases.class).lastBefore(second, now)).isEmpty();
    }

    @Test
    void a_case_is_neither_shown_nor_kept_after_its_retention() {
        Cases cases = node.bean(Cases.class);
        String presentation = presentations.accepted(browser, "one");
        Case opened = opened(presentation, browser, now);
        Instant over = opened.deleteAfter();

        assertThat(cases.find("arrival", presentation, browser, over.minusSeconds(1)))
                .isPresent();
        assertThat(cases.find("arrival", presentation, browser, over)).isEmpty();
        assertThat(cases.removeAfterRetention(over)).isPositive();
        assertThat(cases.find("arrival", presentation, browser, now)).isEmpty();
    }

    private CaseOutcome open(String presentation, BrowserToken token, Instant at) {
        return node.bean(OpenCase.class).open(presentations.service(), presentation, token, at);
    }

    private Case opened(String presentation, BrowserToken token, Instant at) {
        if (open(presentation, token, at) instanceof CaseOutcome.Opened(Case opened)) {
            return opened;
        }
        throw new AssertionError("no case was opened");
    }
}
