package org.entente.node.services.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.services.TestPresentations;
import org.entente.node.services.catalogue.BrowserToken;
import org.entente.node.signin.Simultaneously;
import org.entente.node.verification.TestEntente;
import org.junit.jupiter.api.Test;

class OpenCaseRaceTests {
    private static final int ATTEMPTS = 50;

    @Test
    void a_presentation_opens_one_case_however_often_the_browser_comes_back_at_once() {
        try (TestNode node = TestNode.government("british-columbia", TestEntente.settings());
                TestNode twin = node.twin()) {
            Instant now = node.bean(InstantSource.class).instant();
            TestPresentations presentations = new TestPresentations(node, now);
            BrowserToken browser = presentations.browser();
            String presentation = presentations.accepted(browser, "one");
            List<OpenCase> processes = List.of(node.bean(OpenCase.class), twin.bean(OpenCase.class));

            List<CaseOutcome> outcomes = Simultaneously.attempt(
                    ATTEMPTS,
                    attempt -> () -> processes
                            .get(attempt % processes.size())
                            .open(presentations.service(), presentation, browser, now));

            assertThat(outcomes).hasSize(ATTEMPTS).allMatch(CaseOutcome.Opened.class::isInstance);
            assertThat(outcomes.stream()
                            .map(CaseOutcome.Opened.class::cast)
                            .map(outcome -> outcome.opened().reference())
                            .distinct())
                    .hasSize(1);
        }
    }
}
