package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.entente.node.registers.MatchOutcome;
import org.entente.node.registers.MatchPerson;
import org.entente.node.registers.Proof;
import org.entente.node.registers.TestRegister;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A register's names are offered to whom they belong, who takes or leaves them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(NamesNode.Given.class)
class OfferedNamesTests {
    private static final String EMAIL = "kangiqsualujjuaq@example.ca";

    private final NamesNode names;
    private TestPerson person;

    OfferedNamesTests(NamesNode names) {
        this.names = names;
    }

    @BeforeAll
    void match() {
        person = names.signedIn(EMAIL);
        assertThat(match(EMAIL, TestRegister.mononym())).isInstanceOf(MatchOutcome.Matched.class);
    }

    @Test
    void a_name_is_taken_as_a_draft_that_its_person_confirms_and_is_then_offered_no_more() {
        Document before = person.page("/names");
        assertThat(before.select("form:has([name=held])")).hasSize(2);
        assertThat(before.select("h2 .name")).as("nothing is taken by itself").isEmpty();
        assertThat(before.text()).contains("Register of residents");

        String draft = taken(person, before, 1);
        Document form = person.page(draft);
        assertThat(form.expectFirst("#field-full").val()).isEqualTo("ᑲᖏᕐᓱᐊᓗᔾᔪᐊᖅ");
        assertThat(form.select("#field-writing option[selected]").val()).isEqualTo("entente:iu-cans-draft");
        assertThat(form.select("[name=kind][checked]").val()).isEqualTo("traditional");
        person.press(draft + "/check", Map.of());

        Document after = person.page("/names");
        assertThat(after.select("h2 .name").eachText()).containsExactly("ᑲᖏᕐᓱᐊᓗᔾᔪᐊᖅ");
        assertThat(after.select("form:has([name=held])")).hasSize(1);
    }

    @Test
    void a_register_that_writes_a_form_which_the_person_approved_is_compared_by_it_until_the_name_is_put_away() {
        String email = "rimouski@example.ca";
        TestPerson bearer = names.signedIn(email);
        String name = bearer.record("ʔaq̓am", TestOrthographies.ID, "used");
        assertThat(match(email, TestRegister.aurelie())).isInstanceOf(MatchOutcome.Matched.class);
        TestPerson officer = names.signedIn(NamesNode.OFFICER);
        String page = "/officers/names/" + names.account(email);
        assertThat(officer.page(page).text()).contains("Aurélie Rimouski – Register of residents nothing in common");
        assertThat(found(officer, "Aurélie Rimouski")).isEmpty();
        assertThat(bearer.page("/names").text()).contains("Like none of yours.");

        bearer.press(name + "/forms", Map.of("channel", "latin1-150", "value", "Aurélie Rimouski"));

        String because = "by the form approved for “Licences and systems in Latin-1”";
        assertThat(officer.page(page).text())
                .contains(
                        "Licences and systems in Latin-1 Aurélie Rimouski",
                        "Register of residents perhaps the same name · ʔaq̓am · " + because);
        assertThat(bearer.page("/names").text()).contains("Perhaps the same as one of yours: ʔaq̓am · " + because);
        assertThat(found(officer, "Aurélie Rimouski")).isEqualTo("ʔaq̓am ʔaq̓am perhaps the same name " + because);
        assertThat(bearer.page("/names").select("h2 .name").eachText()).containsExactly("ʔaq̓am");

        bearer.record("Inukjuak", "entente:open", "reclaimed");
        bearer.press(name + "/former", Map.of());

        assertThat(bearer.page("/names").select("form:has([name=held])"))
                .as("a name that was put away is not offered, though a register holds it")
                .isEmpty();
        assertThat(officer.page(page).text()).contains("Inukjuak").doesNotContain("Rimouski");
        assertThat(officer.press(page, Map.of("reason", "why")).body()).doesNotContain("Rimouski");
        String reason = "a file of 1987, at their request";
        assertThat(officer.press(page, Map.of("reason", reason)).body()).contains("Aurélie Rimouski");

        bearer.record("Aurélie Rimouski", "entente:open", "ceremonial");

        assertThat(officer.press(page, Map.of("reason", reason)).body())
                .as("no reason opens a ceremonial name")
                .contains("ʔaq̓am")
                .doesNotContain("Rimouski");
    }

    @Test
    void what_was_seen_is_taken_though_the_register_changed_meanwhile_and_nothing_else_once_it_is_gone() {
        String email = "gaspe@example.ca";
        TestPerson bearer = names.signedIn(email);
        assertThat(match(email, TestRegister.eloi())).isInstanceOf(MatchOutcome.Matched.class);
        Document seen = bearer.page("/names");

        registerWrites("[{\"full\": \"Cap-Chat\"}, {\"full\": \"Éloi Gaspé\", \"kind\": \"legal\"}]");

        String draft = taken(bearer, seen, 0);
        assertThat(bearer.page(draft).expectFirst("#field-full").val()).isEqualTo("Éloi Gaspé");

        registerWrites("[{\"full\": \"Cap-Chat\"}]");

        HttpResponse<String> gone = bearer.press("/names/drafts", Map.of("held", mark(seen, 0)));
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body())
                .contains("The register no longer writes this name so")
                .doesNotContain("Cap-Chat");
    }

    @Test
    void nobody_is_offered_anothers_names() {
        TestPerson other = names.person();
        String anothers = mark(person.page("/names"), 0);

        assertThat(other.page("/names").select("[name=held]")).isEmpty();
        assertThat(other.press("/names/drafts", Map.of("held", anothers)).statusCode())
                .isEqualTo(409);
        assertThat(person.press("/names/drafts", Map.of("held", "0")).statusCode())
                .isEqualTo(409);
        assertThat(person.press("/names/drafts", Map.of("held", "")).statusCode())
                .isEqualTo(409);
    }

    private MatchOutcome match(String email, Proof proof) {
        return names.node().bean(MatchPerson.class).match(names.account(email), proof, "192.0.2.8", Instant.now());
    }

    /** What a search finds. */
    private static String found(TestPerson officer, String name) {
        return Jsoup.parse(
                        officer.press("/officers/names", Map.of("name", name)).body())
                .select("#found tbody tr")
                .text();
    }

    private static String taken(TestPerson person, Document page, int place) {
        return TestPerson.path(person.press("/names/drafts", Map.of("held", mark(page, place))));
    }

    private static String mark(Document page, int place) {
        return page.select("[name=held]").get(place).val();
    }

    /** Éloi Gaspé's record, as another import would have it. */
    private void registerWrites(String written) {
        assertThat(names.node()
                        .bean(JdbcClient.class)
                        .sql("""
                                update registers.records set claims = jsonb_set(claims, '{ca_names}', cast(:written as jsonb))
                                where register = :register and number = :number
                                """)
                        .param("written", written)
                        .param("register", TestRegister.eloi().record().register())
                        .param("number", TestRegister.eloi().record().number())
                        .update())
                .isEqualTo(1);
    }
}
