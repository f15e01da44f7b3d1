package org.entente.node.agreements.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.perform;
import static org.entente.node.agreements.TestParties.propose;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.node.web.Answers;
import org.entente.protocols.jose.PublicJwk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What anybody reads of an entente between two real nodes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EntentePagesTests {
    private static final String PAGE = "/ententes/" + NAME;
    private static final String OFFICER = "officer@example.ca";

    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode quebec = government("quebec", "CA-QC", settings());
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");
    private final Answers answers = new Answers(quebec.origin());

    private String before = "";

    @BeforeAll
    void conclusion() throws Exception {
        before = body("/en/ententes");
        conclude(quebec, britishColumbia);
    }

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
        mailbox.close();
    }

    @Test
    @Order(1)
    void a_government_without_ententes_says_what_one_is() {
        assertThat(before).contains("No entente yet", "An entente is an agreement between governments");
    }

    @Test
    @Order(1)
    void the_list_leads_to_what_is_in_force() throws Exception {
        assertThat(body("/fr/ententes"))
                .contains("Entente de collaboration", "href=\"/fr" + PAGE + "\"", "En vigueur", "british-columbia")
                .contains("href=\"/en/ententes\"");
        assertThat(body("/en")).contains("Ententes in force", "href=\"/en" + PAGE + "\"");
    }

    @Test
    @Order(1)
    void a_calendar_date_of_the_document_is_that_date_whatever_the_time_zone() throws Exception {
        assertThat(body("/fr" + PAGE)).contains("2029-12-01").doesNotContain("2029-11-30");
    }

    @Test
    @Order(1)
    void each_language_has_its_own_text_and_leads_to_the_other() throws Exception {
        assertThat(body("/fr" + PAGE))
                .contains("Illustration fondée sur les faits publics", "Aucun renseignement personnel d’un citoyen")
                .contains("href=\"/en" + PAGE + "#text\"")
                .doesNotContain("No citizen’s personal information");
        assertThat(body("/en" + PAGE))
                .contains("An illustration based on the public facts", "No citizen’s personal information")
                .contains("href=\"/fr" + PAGE + "#text\"")
                .doesNotContain("Aucun renseignement personnel d’un citoyen");
    }

    @Test
    @Order(1)
    void a_clause_stands_beside_its_paragraph_in_plain_words() throws Exception {
        String page = body("/en" + PAGE);
        String clause = page.substring(page.indexOf("id=\"clause-3.3\""), page.indexOf("id=\"clause-4.1\""));
        assertThat(clause)
                .contains("Proof of identity", "Any other party", "Request a civil-status certificate")
                .contains("Full name", "Date of birth", "Pseudonym for this service alone")
                .contains("90 days at most", "1 hour ago at most")
                .doesNotContain("Given name");
    }

    @Test
    @Order(1)
    void signatures_transitions_and_the_record_can_be_followed() throws Exception {
        String page = body("/en" + PAGE);
        assertThat(page)
                .contains("2 verified signatures of 2", held(quebec).entente().hash());
        assertThat(held(quebec).entente().parties())
                .flatExtracting(party ->
                        party.keys().keys().stream().map(PublicJwk::keyId).toList())
                .allMatch(page::contains);
        assertThat(held(quebec).transitions())
                .extracting(Recorded::transition)
                .allMatch(transition -> page.contains(transition.hash()));
        assertThat(page).contains("href=\"" + PAGE + "\"");
        assertThat(answers.get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void who_accepts_from_whom_is_drawn_and_told() throws Exception {
        assertThat(body("/en" + PAGE))
                .contains(
                        "<svg class=\"picture relations\"",
                        "2 governments, with 2 pairs",
                        "3 recognitions",
                        "<svg class=\"picture lifelines\"");
    }

    @Test
    @Order(2)
    void what_is_not_held_is_not_found_however_it_is_asked() throws Exception {
        for (String name : Set.of(
                "nothing-here",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "..%2e",
                "quebec-british-columbia%20",
                "%F0%9F%92%A5",
                "a".repeat(4000),
                "'%20or%20'1'='1")) {
            var answer = answers.get("/fr/ententes/" + name);
            assertThat(answer.statusCode()).as(name).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("<script>alert");
        }
        var unknown = answers.get("/fr/ententes/nothing-here");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("<html lang=\"fr\"");
    }

    @Test
    @Order(3)
    void markup_in_a_proposal_is_shown_as_text() throws Exception {
        ObjectNode draft = draft(quebec, britishColumbia).put("name", "hostile");
        draft.putObject("title").put("fr", "<img src=x onerror=alert(1)>").put("en", "\"><script>alert(1)</script>{0}");
        propose(quebec, draft);
        TestBrowser officer = new TestBrowser(quebec).signIn(mailbox, OFFICER);
        assertThat(officer.get("/en/ententes/hostile").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;{0}", "It permits nothing yet")
                .doesNotContain("<script>alert");
        assertThat(officer.get("/fr/ententes").body()).contains("Proposée").doesNotContain("<img src=x");
    }

    @Test
    @Order(4)
    void what_is_on_the_table_is_for_officers_alone() throws Exception {
        TestBrowser resident = new TestBrowser(quebec).signIn(mailbox, "resident@example.ca");
        for (String path : Set.of("/en/ententes/hostile", "/fr/ententes/hostile")) {
            assertThat(answers.get(path).statusCode()).isEqualTo(404);
            assertThat(resident.get(path).statusCode()).isEqualTo(404);
        }
        for (String list :
                Set.of(body("/fr/ententes"), resident.get("/fr/ententes").body(), body("/fr"))) {
            assertThat(list).doesNotContain("hostile", "Proposée").contains("En vigueur");
        }
        assertThat(answers.get("/ententes/hostile").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void a_suspension_says_what_since_when_and_why() throws Exception {
        String suspension = perform(
                britishColumbia,
                ActJson.suspend(new Target("CA-BC", Target.Direction.BOTH, Set.of(), Set.of()), Act.Cause.MAINTENANCE));
        awaitNumber(2, quebec, britishColumbia);
        assertThat(body("/fr" + PAGE))
                .contains("british-columbia\u00a0: suspension depuis le", "Motif\u00a0: entretien", "Suspendue")
                .contains("british-columbia\u00a0: suspension de toute participation", "stroke-dasharray");
        perform(britishColumbia, ActJson.lift(suspension));
        awaitNumber(3, quebec, britishColumbia);
        assertThat(body("/fr" + PAGE))
                .contains("british-columbia\u00a0: levée d’une suspension")
                .doesNotContain("suspension depuis le");
    }

    @Test
    @Order(5)
    void a_signature_that_does_not_verify_is_not_shown_as_one() throws Exception {
        JdbcClient sql = quebec.bean(JdbcClient.class);
        sql.sql("""
                        update agreements.signatures set signature = (
                            select signature from agreements.signatures where name = :name and party = 'CA-QC')
                        where name = :name and party = 'CA-BC'""").param("name", NAME).update();
        sql.sql("update agreements.ledger set version = nextval('agreements.changes')")
                .update();
        await().atMost(PATIENCE).until(() -> body("/en" + PAGE).contains("1 verified signature of 2"));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(mailbox.settings());
        settings.put("entente.people.officers", OFFICER);
        return settings;
    }

    private String body(String path) throws IOException, InterruptedException {
        var answer = answers.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
