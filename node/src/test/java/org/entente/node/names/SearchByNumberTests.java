package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.file.FileNumber;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An officer who cannot write a name finds it by the number that its bearer reads to them. */
@ExtendWith(NamesNode.Given.class)
class SearchByNumberTests {
    private final NamesNode names;

    SearchByNumberTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void a_name_is_found_by_the_number_that_its_bearer_reads_on_any_of_its_pages() {
        TestPerson person = names.person();
        String name = person.record("Xʷəyxʷəyəm", "entente:open", "used");
        String number = person.page("/names").expectFirst(".file-number").text();
        TestPerson officer = names.signedIn(NamesNode.OFFICER);
        long before = leaves();

        assertThat(number).matches("[0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}");
        assertThat(person.page(name).expectFirst(".file-number").text()).isEqualTo(number);
        for (String heard : new String[] {number, number.replace(" ", ""), number.toLowerCase(java.util.Locale.ROOT)}) {
            Document found = page(search(officer, heard));
            assertThat(found.select("tbody th .name").eachText()).as(heard).containsExactly("Xʷəyxʷəyəm");
            assertThat(found.select("tbody td:last-child").text()).contains("has this number");
        }
        String path = page(search(officer, number)).expectFirst("tbody th a").attr("href");
        assertThat(officer.page(path.substring("/en".length()))
                        .expectFirst(".file-number")
                        .text())
                .isEqualTo(number);
        assertThat(leaves()).as("each search has its leaf").isEqualTo(before + 4);
    }

    @Test
    void what_is_no_number_is_said_to_be_none_and_what_nobody_has_finds_nothing() {
        TestPerson officer = names.signedIn(NamesNode.OFFICER);

        HttpResponse<String> none = search(officer, "12 345");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(page(none).expectFirst("#error-number").text()).contains("twelve signs");
        assertThat(page(none).expectFirst("#field-number").val()).isEqualTo("12 345");
        assertThat(search(officer, "0".repeat(5_000)).statusCode()).isEqualTo(400);
        assertThat(search(officer, "\0\u202e").statusCode()).isEqualTo(400);

        assertThat(page(search(officer, "0000 0000 0000")).text()).contains("No file with this number");
    }

    @Test
    void who_has_put_all_names_away_is_found_by_no_number() {
        TestPerson person = names.person();
        String name = person.record("Frobisher Bay", "entente:open/en", "used");
        String number = person.page("/names").expectFirst(".file-number").text();
        person.press(name + "/former", Map.of());

        Document found = page(search(names.signedIn(NamesNode.OFFICER), number));

        assertThat(found.select("tbody tr")).isEmpty();
        assertThat(found.select("main").text()).doesNotContain("Frobisher");
    }

    @Test
    void a_number_is_of_the_whole_range_of_ids_that_begin_with_it_and_shows_itself_to_no_log() {
        PersonId person = new PersonId(java.util.UUID.fromString("ffee0123-4567-4abc-8def-0123456789ab"));

        assertThat(FileNumber.of(person).value()).isEqualTo("FFEE01234567");
        assertThat(FileNumber.of(person)).hasToString("FileNumber[…]");
        assertThat(FileNumber.read(" ffee-0123\u00a04567 ")).contains(FileNumber.of(person));
        assertThat(FileNumber.read("FFEE 0123 456G")).isEmpty();
        assertThat(FileNumber.read("FFEE 0123 45678")).isEmpty();
    }

    @Test
    void nobody_but_officers_looks_by_number() {
        assertThat(new TestBrowser(names.node())
                        .post("/en/officers/names", Map.of("number", "000000000000"))
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(names.person()
                        .press("/officers/names", Map.of("number", "000000000000"))
                        .statusCode())
                .isNotEqualTo(200);
    }

    private long leaves() {
        return names.node()
                .bean(JdbcClient.class)
                .sql("select count(*) from journal.leaves where type = 'names-searched'")
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> search(TestPerson officer, String number) {
        return officer.press("/officers/names", Map.of("number", number));
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }
}
