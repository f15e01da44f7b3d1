package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Before a corrected name is recorded its bearer is asked what of it is still right. */
@ExtendWith(NamesNode.Given.class)
class CorrectionTests {
    private static final byte[] WAV = "RIFF\u0024\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1);
    private static final Map<String, String> OTHER =
            Map.of("full", "ᓴᓪᓗᐃᑦ", "writing", "entente:iu-cans-draft", "relation", "same-name-other-script");

    private final TestPerson person;

    CorrectionTests(NamesNode names) {
        this.person = names.person();
    }

    @Test
    void another_writing_and_a_recording_go_on_where_the_bearer_says_so() {
        String name = recorded("Salluitt");
        String draft = correcting(name, "Salluit", Map.of());

        Document check = person.page(draft + "/check");
        assertThat(check.select("input[name=other]").eachAttr("value")).containsExactly("ᓴᓪᓗᐃᑦ");
        assertThat(check.select("input[name=sound]")).hasSize(1);
        assertThat(check.select("input[name=other][checked], input[name=sound][checked]"))
                .as("another spelling may be another name")
                .isEmpty();
        assertThat(check.select("audio")).hasSize(1);
        person.press(draft + "/check", Map.of("other", "ᓴᓪᓗᐃᑦ", "sound", "true"));

        assertThat(person.page(name).select("dd .name").eachText()).contains("ᓴᓪᓗᐃᑦ");
        assertThat(person.page(name).select("audio")).hasSize(1);
    }

    @Test
    void they_are_gone_where_the_bearer_does_not_and_come_back_when_it_is_undone() {
        String name = recorded("Salluitt");
        String draft = correcting(name, "Kuujjuaq", Map.of());

        person.press(draft + "/check", Map.of());

        assertThat(person.page(name).select("dd .name")).isEmpty();
        assertThat(person.page(name).select("audio")).isEmpty();
        String version =
                person.page("/names").expectFirst("input[name=version]").val();
        person.press("/names/undo", Map.of("version", version));
        assertThat(person.page(name).select("dd .name").eachText()).contains("ᓴᓪᓗᐃᑦ");
        assertThat(person.page(name).select("audio")).hasSize(1);
    }

    @Test
    void what_only_a_keyboard_changed_is_likely_to_be_right_still_and_what_nothing_changed_is_not_asked() {
        String name = recorded("Kanien'kehá:ka");

        Document apart = person.page(correcting(name, "Kanienʼkehá꞉ka", Map.of()) + "/check");
        assertThat(apart.select("input[name=other][checked], input[name=sound][checked]"))
                .hasSize(2);

        String draft = correcting(name, "Kanien'kehá:ka", Map.of("respelling", "ga-nyen-geh"));
        assertThat(person.page(draft + "/check").select("input[name=other], input[name=sound]"))
                .isEmpty();
        person.press(draft + "/check", Map.of());
        assertThat(person.page(name).select("dd .name").eachText()).contains("ᓴᓪᓗᐃᑦ");
        assertThat(person.page(name).select("audio")).hasSize(1);
    }

    @Test
    void what_was_asked_and_left_unticked_is_gone_also_where_every_proposal_was_declined() {
        String name = person.record("ʔaq̕am", TestOrthographies.ID, "used");
        person.press(name + "/others", OTHER);
        String draft =
                TestPerson.path(person.press("/names/drafts", Map.of("corrects", name.substring("/names/".length()))));
        person.write(draft, "ʔaq̕am", TestOrthographies.ID, "used", Map.of("action", "continue"));

        Document check = person.page(draft + "/check");
        assertThat(check.select("input[name=yes], input[name=other][checked]")).hasSize(2);
        person.press(draft + "/check", TestPerson.hidden(check.expectFirst("main form")));

        assertThat(person.page(name).expectFirst("h1").text()).isEqualTo("ʔaq̕am");
        assertThat(person.page(name).text()).doesNotContain("ᓴᓪᓗᐃᑦ");
    }

    @Test
    void it_is_said_which_forms_have_to_be_approved_anew_and_those_of_parts_go_with_the_parts() {
        String name = person.record("Rimouski Chicoutimi", "entente:open/fr", "used");
        for (String channel : new String[] {"icao-mrz-td3", "ascii-40"}) {
            person.press(name + "/forms", Map.of("channel", channel, "value", "RIMOUSKI"));
        }

        String parted = correcting(name, "Rimouski Chicoutimi", Map.of("given", "Rimouski", "family", "Chicoutimi"));
        assertThat(person.page(parted + "/check").text())
                .contains("To be approved again", "Passport (machine-readable zone)")
                .doesNotContain("Systems without accents");
        person.press(parted + "/check", Map.of());
        assertThat(person.page(name).text()).contains("One approved form.");

        String respelt = correcting(name, "Rimouski Chicoutimy", Map.of());
        assertThat(person.page(respelt + "/check").text()).contains("To be approved again");
    }

    private String recorded(String full) {
        String name = person.record(full, "entente:open", "used");
        person.press(name + "/others", OTHER);
        SoundTests.send(person, name, WAV, "sound.wav");
        return name;
    }

    private String correcting(String name, String full, Map<String, String> more) {
        String draft =
                TestPerson.path(person.press("/names/drafts", Map.of("corrects", name.substring("/names/".length()))));
        Map<String, String> form = new LinkedHashMap<>(more);
        form.put("action", "continue");
        person.write(draft, full, "entente:open", "used", form);
        return draft;
    }
}
