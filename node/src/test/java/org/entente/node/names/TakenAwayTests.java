package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.names.profile.CsvTable;
import org.entente.protocols.json.Json;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/** A person takes their names away as files, and brings them back. */
@ExtendWith(NamesNode.Given.class)
class TakenAwayTests {
    private final NamesNode names;

    TakenAwayTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void a_spreadsheet_gets_each_name_with_all_that_is_said_of_it() {
        TestPerson person = names.person();
        String path = told(person);

        HttpResponse<byte[]> answer = person.browser().getBytes("/en/names/names.csv");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;header=present;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"names.csv\"");
        List<List<String>> rows = rows(answer);
        assertThat(cell(rows, "Whole name")).isEqualTo("Rimouski ʔaq̓am Wolinak");
        assertThat(cell(rows, "What it is to me")).isEqualTo("a name that I have taken back");
        assertThat(cell(rows, "Orthography")).isEqualTo(TestOrthographies.ID);
        assertThat(cell(rows, "Given names")).isEqualTo("Rimouski");
        assertThat(cell(rows, "Clan or house")).isEqualTo("ʔaq̓am");
        assertThat(cell(rows, "Family name")).isEqualTo("Wolinak");
        assertThat(cell(rows, "In everyday letters")).isEqualTo("ree-moo-skee");
        assertThat(cell(rows, "Whose everyday letters")).isEqualTo("en");
        assertThat(cell(rows, "Written otherwise")).isEqualTo("ᐊᖃᒻ [iu-Cans] the same name in another script");
        assertThat(rows.getFirst()).last().asString().startsWith("Form for");
        assertThat(rows.get(1)).last().isEqualTo("Rimouski Aqam Wolinak");
        assertThat(rows(person.browser().getBytes("/fr/names/names.csv")).getFirst())
                .startsWith("Nom entier", "Montré aux gens", "Ce qu’il est pour moi");
        assertThat(person.page("/names").select("a[href=/en/names/names.csv]").text())
                .isEqualTo("My names for a spreadsheet (CSV)");
        assertThat(person.page(path).select("dl.summary dt").eachText())
                .as("the parts in the order of the whole name")
                .containsSubsequence("Given names", "Clan or house", "Family name");
    }

    @Test
    void another_program_gets_the_same_with_codes_that_stay() {
        TestPerson person = names.person();
        told(person);

        ObjectNode english =
                Json.object(person.browser().getBytes("/en/names/names.json").body());
        ObjectNode french =
                Json.object(person.browser().getBytes("/fr/names/names.json").body());

        assertThat(english.path("format").stringValue()).isEqualTo("entente-names-1");
        ObjectNode name = (ObjectNode) english.path("names").path(0);
        assertThat(name.path("full").stringValue()).isEqualTo("Rimouski ʔaq̓am Wolinak");
        assertThat(name.path("kind").stringValue()).isEqualTo("reclaimed");
        assertThat(name.path("shown").booleanValue()).isTrue();
        assertThat(name.path("parts")
                        .valueStream()
                        .map(part -> part.path("role").stringValue()))
                .containsExactly("given", "clan", "family");
        assertThat(name.path("respelling_lang").stringValue()).isEqualTo("en");
        assertThat(name.path("other_writings").path(0).path("relation").stringValue())
                .isEqualTo("same-name-other-script");
        assertThat(name.path("forms").path(0).path("value").stringValue()).isEqualTo("Rimouski Aqam Wolinak");
        assertThat(name.path("forms").path(0).path("losses").isEmpty()).isFalse();
        assertThat(french.path("names").path(0).path("kind")).isEqualTo(name.path("kind"));
    }

    @Test
    void neither_former_nor_ceremonial_names_are_in_a_file() {
        TestPerson person = names.person();
        String old = person.record("Port Harrison", "entente:open/en", "used");
        person.record("Inukjuak", "entente:open", "reclaimed");
        person.record("Wolinak", "entente:open", "ceremonial");
        person.press(old + "/former", Map.of());

        for (String file : List.of("names.csv", "names.json")) {
            assertThat(person.browser().get("/en/names/" + file).body())
                    .contains("Inukjuak")
                    .doesNotContain("Harrison", "Wolinak");
            assertThat(names.person().browser().get("/en/names/" + file).body()).doesNotContain("Inukjuak");
        }
    }

    @Test
    void a_name_that_a_spreadsheet_would_compute_comes_back_letter_for_letter() {
        TestPerson person = names.person();
        List<String> written =
                List.of("=ʔaq̓am", "'=ʔaq̓am", "+1 Wolinak", "-Stó:lō", "@ȽÁU,WELṈEW̱", "Odanak \"Wolinak\"");
        written.forEach(name -> person.record(name, "entente:open", "used"));

        byte[] file = person.browser().getBytes("/en/names/names.csv").body();

        assertThat(CsvTable.rows(text(file)).stream().skip(1).map(List::getFirst))
                .noneMatch(cell -> cell.matches("(?s)[=+\\-@].*"));
        assertThat(brought(bring(names.person(), file))).containsExactlyElementsOf(written);
    }

    @Test
    void what_is_brought_is_proposed_and_goes_the_way_of_every_name() {
        TestPerson one = names.person();
        told(one);
        byte[] file = one.browser().getBytes("/fr/names/names.csv").body();
        assertThat(bring(one, file).select("main form"))
                .as("it is there already")
                .isEmpty();

        TestPerson other = names.person();
        Document page = bring(other, file);
        assertThat(other.page("/names").select("main h2 .name"))
                .as("nothing is taken by itself")
                .isEmpty();
        String draft = TestPerson.path(other.press("/names/drafts", hidden(page.expectFirst("main .option form"))));
        assertThat(other.page(draft).expectFirst("#field-clan").val()).isEqualTo("ʔaq̓am");
        assertThat(other.page(draft).expectFirst("#field-respelling").attr("lang"))
                .isEqualTo("en");
        String name = TestPerson.path(other.press(draft + "/check", Map.of()));

        assertThat(rows(other.browser().getBytes("/en/names/names.csv")).get(1).subList(0, 14))
                .isEqualTo(rows(one.browser().getBytes("/en/names/names.csv"))
                        .get(1)
                        .subList(0, 14));
        assertThat(other.page(name).text()).contains("ʔaq̓am");
    }

    @Test
    void a_file_that_a_spreadsheet_has_kept_with_semicolons_or_tabs_is_read() {
        TestPerson person = names.person();

        assertThat(brought(
                        bring(person, "Nom entier;Langue\r\nᐃᖃᓗᐃᑦ;iu-Cans\r\n;\r\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("ᐃᖃᓗᐃᑦ");
        assertThat(brought(bring(person, "Something\tWhole name\nx\tȽÁU,WELṈEW̱\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("ȽÁU,WELṈEW̱");
    }

    @Test
    void a_kind_of_another_system_is_asked_for_and_dates_are_said_not_to_be_taken() {
        TestPerson person = names.person();
        Document page = bring(
                person,
                "Whole name,What it is to me,Since\nOdanak,former,1987\nWolinak,,\nRimouski,mon nom légal,\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(page.select("main .option input[name=kind]").eachAttr("value"))
                .containsExactly("", "used", "legal");
        assertThat(page.text()).contains("other writings and dates are not taken", "choose it before it is recorded");
        String draft = TestPerson.path(person.press("/names/drafts", hidden(page.expectFirst("main .option form"))));
        assertThat(person.page(draft).select("[name=kind][checked]")).isEmpty();
        assertThat(TestPerson.path(person.press(draft + "/check", Map.of()))).isEqualTo(draft);
        assertThat(person.page("/names").select("main h2 .name"))
                .as("nothing was recorded")
                .isEmpty();
    }

    @Test
    void what_cannot_be_read_is_said_to_be_our_limit() {
        TestPerson person = names.person();

        assertThat(refusal(person, new byte[0])).isEqualTo("Choose a file.");
        assertThat(refusal(person, "Whole name\nMétis\n".getBytes(Charset.forName("windows-1252"))))
                .contains("UTF-8 only");
        assertThat(refusal(person, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .contains("no column");
        assertThat(refusal(person, "\"Whole name\nx".getBytes(StandardCharsets.UTF_8)))
                .contains("no column");
        assertThat(bring(person, "Whole name\nT\uFFFDicho\n".getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("Line 2: A letter was lost on its way to us; U+FFFD");
        String many =
                "Whole name\n" + Stream.generate(() -> "Wolinak\n").limit(60).reduce("", String::concat);
        assertThat(bring(person, many.getBytes(StandardCharsets.UTF_8)).text())
                .contains("There are 50 names", "10 more rows were not read");
    }

    /** Has told all that a file has a column for; gives the name's path. */
    private static String told(TestPerson person) {
        String draft = person.begin();
        person.write(
                draft,
                "Rimouski ʔaq̓am Wolinak",
                TestOrthographies.ID,
                "reclaimed",
                Map.of(
                        "action",
                        "continue",
                        "given",
                        "Rimouski",
                        "family",
                        "Wolinak",
                        "clan",
                        "ʔaq̓am",
                        "respelling",
                        "ree-moo-skee"));
        String path = TestPerson.path(person.press(draft + "/check", Map.of()));
        person.press(
                path + "/others",
                Map.of("full", "ᐊᖃᒻ", "writing", "entente:iu-cans-draft", "relation", "same-name-other-script"));
        person.press(path + "/forms", Map.of("channel", "ascii-40", "value", "Rimouski Aqam Wolinak"));
        return path;
    }

    private static Document bring(TestPerson person, byte[] file) {
        return Jsoup.parse(person.bring(file).body());
    }

    private static String refusal(TestPerson person, byte[] file) {
        HttpResponse<String> answer = person.bring(file);
        assertThat(answer.statusCode()).isEqualTo(400);
        return Jsoup.parse(answer.body()).expectFirst("#error-file").text();
    }

    private static List<String> brought(Document page) {
        return page.select("main .option input[name=full]").eachAttr("value");
    }

    private static Map<String, String> hidden(Element form) {
        return TestPerson.hidden(form);
    }

    private static List<List<String>> rows(HttpResponse<byte[]> answer) {
        return CsvTable.rows(text(answer.body()));
    }

    private static String text(byte[] file) {
        assertThat(file).as("a byte order mark").startsWith(0xEF, 0xBB, 0xBF);
        return new String(file, StandardCharsets.UTF_8).substring(1);
    }

    private static String cell(List<List<String>> rows, String heading) {
        return rows.get(1).get(rows.getFirst().indexOf(heading));
    }
}
