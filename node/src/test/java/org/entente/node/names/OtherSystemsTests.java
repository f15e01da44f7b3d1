package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.names.legacy.Repertoire;
import org.entente.node.kernel.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What systems get that cannot write a name. */
@ExtendWith(NamesNode.Given.class)
class OtherSystemsTests {
    private final NamesNode names;

    OtherSystemsTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void a_form_is_a_proposal_with_its_losses_until_the_person_approves_it() {
        TestPerson person = names.person();
        String name = person.record("ʔaq̓am", TestOrthographies.ID, "used");

        Element section = section(person, name, "ascii-40");
        assertThat(section.select(".state").text()).isEqualTo("Proposal");
        assertThat(section.select("tbody tr").eachText()).containsExactly("ʔ 7", "q̓ q'");
        String drafted = section.expectFirst("input.name").val();

        approve(person, name, "ascii-40", drafted);

        Element approved = section(person, name, "ascii-40");
        assertThat(approved.select(".state").text()).startsWith("Approved on");
        assertThat(approved.select("tbody tr"))
                .as("what it loses is still shown")
                .hasSize(2);
        assertThat(person.page(name).text()).contains("One approved form.");
    }

    @Test
    void the_machine_readable_zone_gets_a_name_of_one_word_without_a_filler() {
        TestPerson person = names.person();
        String name = person.record("ʔaq̓am", TestOrthographies.ID, "used");

        Element section = section(person, name, "icao-mrz-td3");
        assertThat(section.expectFirst("input.name").val()).isEqualTo("AQAM");
        assertThat(section.select("tbody").text()).contains("ʔ left out");
    }

    @Test
    void a_word_that_stands_in_no_part_is_said_to_be_left_out_of_the_machine_readable_zone() {
        TestPerson person = names.person();
        String draft = person.begin();
        person.write(
                draft,
                "Rimouski Percé Chicoutimi",
                "entente:open/fr",
                "used",
                Map.of("given", "Rimouski", "family", "Chicoutimi", "action", "continue"));
        String name = TestPerson.path(person.press(draft + "/check", Map.of()));

        Element section = section(person, name, "icao-mrz-td3");

        assertThat(section.expectFirst("input.name").val()).isEqualTo("CHICOUTIMI<<RIMOUSKI");
        assertThat(section.select("tbody tr").eachText()).containsExactly("Percé left out");
        assertThat(section.text()).doesNotContain("It loses nothing");
    }

    @Test
    void a_systems_own_table_comes_before_the_usual_one_and_is_a_proposal_as_any() {
        TestPerson person = names.person();
        String name = person.record("Wəlastəkwey", "entente:open", "used");

        Element section = section(person, name, "agency-health-card");

        assertThat(section.expectFirst("input.name").val()).isEqualTo("Wulastukwey");
        assertThat(section.text()).contains("Proposal", "Made by this system’s own table of letters.");
        assertThat(section.select("tbody tr").eachText()).containsExactly("ə u", "ə u");
        assertThat(section(person, name, "ascii-40").text()).doesNotContain("own table");
        approve(person, name, "agency:health-card", "Wulastukwey");
        assertThat(section(person, name, "agency-health-card").text()).contains("Approved on", "own table of letters");
    }

    @Test
    void a_table_that_cannot_be_read_stops_the_start() {
        NamesSettings.LegacySystem system = new NamesSettings.LegacySystem(
                "card", new Text("Carte", "Card"), Repertoire.ASCII, 20, "/nowhere/table.csv");

        assertThatIllegalArgumentException().isThrownBy(system::read).withMessageContaining("card");
    }

    @Test
    void a_name_without_a_rule_is_written_by_its_bearer_and_is_never_empty() {
        TestPerson person = names.person();
        String name = person.record("𑪶𑪳", "entente:open", "used");

        assertThat(section(person, name, "latin1-150").text()).contains("write the one that you want");
        assertThat(approve(person, name, "latin1-150", "").statusCode()).isEqualTo(400);
        assertThat(approve(person, name, "latin1-150", "ᐊ").statusCode()).isEqualTo(400);
        assertThat(approve(person, name, "latin1-150", "FNU").statusCode()).isEqualTo(400);
        assertThat(approve(person, name, "latin1-150", "Nattilik").statusCode()).isEqualTo(303);
        assertThat(section(person, name, "latin1-150").select("tbody tr").eachText())
                .as("what the bearer's own form does not say is shown, too")
                .containsExactly("𑪶𑪳 Nattilik");
    }

    @Test
    void a_field_of_fixed_width_takes_no_more_than_it_has() {
        TestPerson person = names.person();
        String name = person.record("Pekwachnamaykoskwaskwaypinwanik", "entente:open", "used");

        Element section = section(person, name, "agency-health-card");
        assertThat(section.select("h2").text()).isEqualTo("Health card");
        assertThat(section.select("tbody").text()).contains("cut for lack of room");
        assertThat(section.expectFirst("input.name").val()).hasSize(20);
    }

    @Test
    void a_wide_system_takes_a_form_that_is_longer_than_any_name_and_it_is_found_by_it() {
        TestPerson person = names.person();
        String name = person.record("Opitciwan", "entente:open", "used");
        String form = "Opitciwan".repeat(26).substring(0, 230);

        assertThat(approve(person, name, "agency:land-titles", form).statusCode())
                .isEqualTo(303);

        assertThat(section(person, name, "agency-land-titles")
                        .expectFirst("input.name")
                        .val())
                .isEqualTo(form);
        TestPerson officer = names.signedIn(NamesNode.OFFICER);
        assertThat(found(officer, form)).contains("Opitciwan");
        assertThat(found(officer, form.substring(1))).isEmpty();
        assertThat(officer.press("/officers/names", Map.of("name", form.repeat(2)))
                        .statusCode())
                .as("longer than any system takes")
                .isEqualTo(400);
    }

    private static List<String> found(TestPerson officer, String name) {
        return Jsoup.parse(
                        officer.press("/officers/names", Map.of("name", name)).body())
                .select("tbody th .name")
                .eachText();
    }

    @Test
    void a_form_is_approved_for_the_name_that_its_page_showed() {
        TestPerson person = names.person();
        String name = person.record("Opitciwan", "entente:open", "used");
        Map<String, String> form = new HashMap<>(
                TestPerson.hidden(section(person, name, "ascii-40").expectFirst("form")));
        form.put("value", "Opitciwan");
        String draft =
                TestPerson.path(person.press("/names/drafts", Map.of("corrects", name.substring("/names/".length()))));
        person.write(draft, "Odanak", "entente:open", "used", Map.of("action", "continue"));
        person.press(draft + "/check", Map.of());

        HttpResponse<String> answer = person.press(name + "/forms", form);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).select(".notice").text()).contains("The name has changed");
        assertThat(section(person, name, "ascii-40").select(".state").text()).isEqualTo("Proposal");
    }

    @Test
    void a_form_is_composed_before_it_is_judged() {
        TestPerson person = names.person();
        String name = person.record("Opitciwan", "entente:open", "used");

        assertThat(approve(person, name, "latin1-150", "Que\u0301bec").statusCode())
                .isEqualTo(303);

        assertThat(section(person, name, "latin1-150").expectFirst("input.name").val())
                .isEqualTo("Qu\u00e9bec");
    }

    @Test
    void an_approved_form_is_a_key_of_its_name_and_goes_when_the_name_is_spelt_anew() {
        TestPerson person = names.person();
        String name = person.record("ʔaq̓am", TestOrthographies.ID, "used");
        approve(person, name, "ascii-40", "Akam-recorded");
        assertThat(formKeys()).isEqualTo(1);

        String draft =
                TestPerson.path(person.press("/names/drafts", Map.of("corrects", name.substring("/names/".length()))));
        person.write(draft, "ʔaq̓aq̓", TestOrthographies.ID, "used", Map.of("action", "continue"));
        person.press(draft + "/check", Map.of());

        assertThat(person.page(name).expectFirst("h1").text()).isEqualTo("ʔaq̓aq̓");
        assertThat(formKeys()).isZero();
        assertThat(person.page("/names").select("h2 .name")).hasSize(1);
    }

    private int formKeys() {
        return names.node()
                .bean(JdbcClient.class)
                .sql("select count(*) from names.keys where level = 'form' and key = 'Akam-recorded'")
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> approve(TestPerson person, String name, String channel, String value) {
        return person.press(name + "/forms", Map.of("channel", channel, "value", value));
    }

    private static Element section(TestPerson person, String name, String id) {
        Document page = person.page(name + "/forms");
        return page.expectFirst("section[id=" + id + "]");
    }
}
