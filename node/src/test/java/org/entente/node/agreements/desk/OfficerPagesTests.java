package org.entente.node.agreements.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.introduce;
import static org.entente.node.agreements.TestParties.talks;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.keys.Keys;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two governments conclude, suspend, amend and leave an entente by their pages alone, without a script in the browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficerPagesTests {
    private static final String NAME = "begun-on-a-page";
    private static final String HERE = "/fr/ententes/" + NAME;

    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode quebec = government("quebec", "CA-QC", settings());
    private final TestNode columbia = government("british-columbia", "CA-BC", settings());
    private final TestNode ontario = government("ontario", "CA-ON", settings());
    private final TestBrowser first = new TestBrowser(quebec).signIn(mailbox, "first@example.ca");
    private final TestBrowser second = new TestBrowser(quebec).signIn(mailbox, "second@example.ca");
    private final TestBrowser other = new TestBrowser(columbia).signIn(mailbox, "first@example.ca");
    private final TestBrowser otherSecond = new TestBrowser(columbia).signIn(mailbox, "second@example.ca");
    private final TestBrowser resident = new TestBrowser(quebec).signIn(mailbox, "resident@example.ca");
    private String draft = "";

    @BeforeAll
    void meet() {
        TestForm.meet(first, columbia);
        TestForm.meet(other, quebec);
        introduce(quebec, ontario);
        introduce(columbia, ontario);
    }

    @AfterAll
    void close() {
        ontario.close();
        columbia.close();
        quebec.close();
        mailbox.close();
    }

    @Test
    @Order(1)
    void a_draft_begins_from_a_template_and_says_what_is_wrong_with_the_form() {
        HttpResponse<String> wrong = first.post("/fr/drafts", Map.of("name", "Not a name", "parties", "no address"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("#field-name", "#field-title-fr", "#field-parties", "#field-template");
        HttpResponse<String> nobody = first.post("/fr/drafts", TestForm.beginning(NAME, "http://127.0.0.1:1"));
        assertThat(nobody.statusCode()).isEqualTo(409);
        draft = TestBrowser.location(first.post(
                "/fr/drafts", TestForm.beginning(NAME, columbia.origin().toString())));
        assertThat(first.get(draft).body())
                .contains("Les versions française et anglaise font également foi", "equally authoritative", "CA-BC");
        assertThat(first.get("/en/drafts").body()).contains("Begun on a page");
        String unwanted = TestBrowser.location(first.post(
                "/fr/drafts", TestForm.beginning(NAME, columbia.origin().toString())));
        String removal = unwanted + "/removal";
        assertThat(first.get(removal).body()).contains("ne se retrouve pas");
        assertThat(first.post(removal, Map.of("edition", "2")).statusCode()).isEqualTo(409);
        assertThat(first.post(removal, TestForm.at(first, removal)).statusCode())
                .isEqualTo(303);
        assertThat(first.get(unwanted).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void every_page_about_ententes_is_marked_as_such_in_the_menu() {
        for (String page : List.of("/ententes", "/drafts", "/accession", "/partners", "/key", "/proof-path")) {
            assertThat(first.get("/fr" + page).body())
                    .as(page)
                    .containsPattern("<a href=\"[^\"]*/fr/ententes\" aria-current=\"page\">");
        }
    }

    @Test
    @Order(2)
    void a_clause_is_written_beside_its_text_and_nobody_undoes_what_another_wrote() {
        Map<String, String> form = TestForm.at(first, draft + "/clause-2.1");
        assertThat(form).containsEntry("retention-days", "30").containsKey("text-en");
        form.put("retention-days", "many");
        assertThat(first.post(draft + "/clause-2.1", form).statusCode()).isEqualTo(400);
        form.put("retention-days", "20");
        form.put("text-fr", "Un texte <b>écrit</b> ici.");
        assertThat(first.post(draft + "/clause-2.1", form).statusCode()).isEqualTo(303);
        HttpResponse<String> late = second.post(draft + "/clause-2.1", form);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Quelqu’un a changé le projet");
        assertThat(first.get(draft).body())
                .contains("Un texte &lt;b&gt;écrit&lt;/b&gt; ici.")
                .doesNotContain("<b>écrit");
    }

    @Test
    @Order(3)
    void what_is_no_valid_document_is_not_proposed() {
        first.post(draft + "/parts", Map.of("what", "exit", "number", "2.2"));
        Map<String, String> exit = TestForm.at(first, draft + "/clause-2.2.2");
        exit.putAll(Map.of(
                "notice-days", "1", "sunset-days", "1", "accountable", "CA-QC", "office-fr", "Un", "office-en", "One"));
        assertThat(first.post(draft + "/clause-2.2.2", exit).statusCode()).isEqualTo(303);
        HttpResponse<String> refused = first.post(draft + "/proposal", edition());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Une clause, et une seule, dit comment une partie se retire");
        assertThat(quebec.bean(Holdings.class).find(NAME)).isEmpty();
        assertThat(first.post(draft + "/clause-2.2.2", Map.of("remove", "yes")).statusCode())
                .isEqualTo(303);
        assertThat(first.get(draft + "/clause-2.2.2").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void they_come_to_one_text_by_countering_it() {
        assertThat(TestBrowser.location(first.post(draft + "/proposal", edition())))
                .isEqualTo(HERE + "/desk");
        assertThat(first.get(draft).statusCode()).isEqualTo(404);
        await().atMost(PATIENCE)
                .until(() -> columbia.bean(Holdings.class).find(NAME).isPresent());
        String answer = TestBrowser.location(other.post(HERE + "/drafts", document(other)));
        Map<String, String> general = TestForm.at(other, answer + "/general");
        general.put("title-en", "Another title");
        assertThat(other.post(answer + "/general", general).statusCode()).isEqualTo(303);
        Map<String, String> edition = TestForm.at(other, answer);
        assertThat(other.post(answer + "/proposal", edition).statusCode()).isEqualTo(303);
        await().atMost(PATIENCE).until(() -> talks(quebec, NAME).negotiation().round() == 2);
        String desk = first.get("/en/ententes/" + NAME + "/desk").body();
        assertThat(desk).contains("Agree to this text", "Read it to compare", "Proposed this text");
        String text = talks(quebec, NAME).text().hash();
        assertThat(first.get("/en/ententes/" + NAME + "/texts/" + text).body()).contains("Another title");
    }

    @Test
    @Order(5)
    void each_approves_by_its_own_path_and_a_second_officer_signs() {
        Map<String, String> document = document(first);
        assertThat(first.post(HERE + "/signature", document).body()).contains("n’ont pas donné leur accord");
        assertThat(first.post(HERE + "/agreement", document).statusCode()).isEqualTo(303);
        Map<String, String> step = new HashMap<>(document);
        step.put("step", "1");
        assertThat(first.post(HERE + "/approvals", step).statusCode()).isEqualTo(303);
        assertThat(first.get(HERE + "/desk").body())
                .contains("Franchie par vous", "Revient à un agent qui n’a franchi");
        TestForm.decide(HERE, second, first, document);
        Map<String, String> unread = Map.of("document", "A".repeat(43));
        assertThat(first.post(HERE + "/signature", unread).body()).contains("Un autre texte est sur la table");
        assertThat(first.post(HERE + "/signature", document).statusCode()).isEqualTo(303);
        await().atMost(PATIENCE).until(() -> talks(columbia, NAME).isAgreed());
        assertThat(other.post(HERE + "/approvals", step).statusCode()).isEqualTo(303);
        TestForm.decide(HERE, otherSecond, other, document);
        assertThat(other.post(HERE + "/signature", document(other)).statusCode())
                .isEqualTo(303);
        awaitEntry();
    }

    private void awaitEntry() {
        for (TestNode node : new TestNode[] {quebec, columbia}) {
            await().atMost(PATIENCE).until(() -> held(node, NAME).chain().hasEntered());
        }
    }

    @Test
    @Order(6)
    void a_suspension_begins_and_ends_on_a_page() {
        assertThat(first.post(HERE + "/suspension", Map.of("party", "CA-XX", "direction", "up"))
                        .statusCode())
                .isEqualTo(400);
        Map<String, String> all = Map.of("party", "CA-QC", "direction", "both", "cause", "maintenance");
        assertThat(first.post(HERE + "/suspension", all).statusCode()).isEqualTo(303);
        await().atMost(PATIENCE).until(() -> held(columbia, NAME).chain().number() == 2);
        assertThat(other.get("/en/ententes/" + NAME).body()).contains("maintenance");
        String id = held(quebec, NAME).chain().suspensions().keySet().iterator().next();
        assertThat(other.post(HERE + "/suspensions/" + id + "/lift", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(first.post(HERE + "/suspensions/" + id + "/lift", Map.of()).statusCode())
                .isEqualTo(303);
        await().atMost(PATIENCE).until(() -> held(columbia, NAME).chain().number() == 3);
    }

    @Test
    @Order(7)
    void the_next_version_begins_as_a_draft_of_the_one_in_force() {
        String next = TestBrowser.location(first.post(HERE + "/drafts", document(first)));
        assertThat(first.get(next).body()).contains("remplacera celui qui est en vigueur");
        assertThat(first.post(next + "/proposal", TestForm.at(first, next)).statusCode())
                .isEqualTo(303);
        await().atMost(PATIENCE).until(() -> held(columbia, NAME).talks().isPresent());
        assertThat(first.get(HERE + "/desk").body()).contains("La version suivante, sur la table");
        assertThat(other.post(HERE + "/rejection", document(other)).statusCode())
                .isEqualTo(303);
        assertThat(other.get(HERE + "/desk").body()).contains("Les pourparlers sont rompus");
    }

    @Test
    @Order(8)
    void a_government_joins_and_is_admitted_by_two_officers_on_each_side() {
        JoiningByTwo.at(ontario, mailbox).ask(ontario, quebec, NAME);
        new JoiningByTwo(first, second).admit(quebec, NAME);
        new JoiningByTwo(other, otherSecond).admit(columbia, NAME);
        await().atMost(PATIENCE)
                .until(() -> held(ontario, NAME).chain().member("CA-ON").isPresent());
    }

    @Test
    @Order(9)
    void leaving_is_asked_first_and_then_said() {
        assertThat(first.get(HERE + "/withdrawal").body()).contains("prend effet 180", "ne se reprend pas");
        assertThat(first.post(HERE + "/withdrawal", Map.of()).statusCode()).isEqualTo(303);
        assertThat(first.get(HERE + "/desk").body()).doesNotContain("Le préavis est donné");
        assertThat(first.post(HERE + "/withdrawal", Map.of()).body()).contains("un autre agent que vous");
        var asked = org.jsoup.Jsoup.parse(first.get(HERE + "/withdrawal").body());
        assertThat(asked.text()).contains("Un autre agent confirme", "Retirer cette demande");
        String removal = asked.select("form[action$=removal]").attr("action");
        assertThat(first.post(removal, Map.of()).statusCode()).isEqualTo(303);
        assertThat(second.get(HERE + "/withdrawal").body()).contains("Demander de donner le préavis");
        assertThat(first.post(HERE + "/withdrawal", Map.of()).statusCode()).isEqualTo(303);
        assertThat(second.get(HERE + "/desk").body()).contains("Un agent l’a demandé");
        assertThat(second.post(HERE + "/withdrawal", Map.of()).statusCode()).isEqualTo(303);
        assertThat(first.get(HERE + "/desk").body()).contains("Le préavis est donné");
    }

    @Test
    @Order(10)
    void joining_says_why_it_was_not_asked() {
        assertThat(first.post("/fr/accession/text", Map.of("address", "nowhere"))
                        .body())
                .contains("#field-address");
        HttpResponse<String> nothing = first.post(
                "/fr/accession/text", Map.of("address", columbia.origin() + "/ententes/nothing-of-that-name"));
        assertThat(nothing.statusCode()).isEqualTo(409);
        assertThat(nothing.body()).contains("Aucune entente n’est publiée");
    }

    @Test
    @Order(11)
    void only_officers_reach_any_of_it() {
        for (String path :
                new String[] {HERE + "/desk", "/fr/drafts", "/fr/accession", "/fr/partners", HERE + "/withdrawal"}) {
            assertThat(resident.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(resident.post(HERE + "/withdrawal", Map.of()).statusCode()).isEqualTo(403);
        assertThat(resident.get(HERE).body()).doesNotContain("/desk");
    }

    @Test
    @Order(12)
    void two_officers_replace_the_key_of_their_government() {
        String key = quebec.bean(Keys.class).federation().publicKey().thumbprint();
        assertThat(first.get("/fr/key").body()).contains(key, "Demander le remplacement");
        assertThat(resident.get("/fr/key").statusCode()).isEqualTo(403);
        assertThat(resident.post("/fr/key/roll-over", Map.of()).statusCode()).isEqualTo(403);
        assertThat(first.post("/en/key/roll-over", Map.of()).statusCode()).isEqualTo(303);
        assertThat(first.get("/en/key").body())
                .contains("somebody else confirms")
                .doesNotContain("/confirmation");
        HttpResponse<String> alone = first.post("/en/key/roll-over/confirmation", Map.of());
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.body()).contains("Somebody else confirms the replacement");
        assertThat(second.get("/fr/key").body()).contains("/key/roll-over/confirmation");
        assertThat(second.post("/fr/key/roll-over/confirmation", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(first.post("/fr/key/roll-over/removal", Map.of()).statusCode())
                .isEqualTo(409);
        await().atMost(PATIENCE).until(() -> second.get("/fr/key").body().contains("Clés d’avant"));
        assertThat(second.get("/fr/key").body())
                .contains(key, quebec.bean(Keys.class).federation().publicKey().thumbprint());
    }

    private Map<String, String> edition() {
        return TestForm.at(first, draft);
    }

    private static Map<String, String> document(TestBrowser browser) {
        return TestForm.at(browser, HERE + "/desk");
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(mailbox.settings());
        settings.put("entente.people.officers", "first@example.ca,second@example.ca");
        return settings;
    }
}
