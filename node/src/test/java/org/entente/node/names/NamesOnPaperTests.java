package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person takes their names away on paper. */
@ExtendWith(NamesNode.Given.class)
class NamesOnPaperTests {
    private final NamesNode names;

    NamesOnPaperTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void the_paper_has_each_name_with_its_writing_its_source_and_the_forms_that_were_approved() throws IOException {
        TestPerson person = names.person();
        String name = person.record("ʔaq̓am", TestOrthographies.ID, "used");
        person.press(name + "/forms", Map.of("channel", "ascii-40", "value", "7aq'am"));
        assertThat(person.page("/names").select("a[href=/en/names/paper.pdf]").text())
                .isEqualTo("My names on paper (PDF)");

        String english = text(person, "en");
        assertThat(english).contains("ʔaq̓am", "of no community", "made for a test", "Apache-2.0", "7aq'am", "U+0294");
        assertThat(text(person, "fr")).contains("Noms inscrits", "ʔaq̓am", "un nom que j’emploie");
    }

    @Test
    void neither_former_nor_ceremonial_names_are_on_it() throws IOException {
        TestPerson person = names.person();
        String old = person.record("Port Harrison", "entente:open/en", "used");
        person.record("Inukjuak", "entente:open", "reclaimed");
        person.record("Wolinak", "entente:open", "ceremonial");
        person.press(old + "/former", Map.of());

        assertThat(text(person, "en")).contains("Inukjuak").doesNotContain("Harrison", "Wolinak");
    }

    @Test
    void letters_that_no_font_of_ours_has_are_said_to_be_missing_and_given_by_number() throws IOException {
        TestPerson person = names.person();
        person.record("ነጋሽ", "entente:open", "used");

        assertThat(text(person, "en"))
                .contains("This paper does not have all the letters", "U+1290", "U+130B", "U+123D")
                .doesNotContain("ነ");
        assertThat(text(person, "fr")).contains("Ce papier n’a pas toutes les lettres", "U+1290");
    }

    @Test
    void it_is_kept_by_nobody_on_the_way_and_is_for_its_bearer_alone() throws IOException {
        TestPerson person = names.person();
        person.record("Listuguj", "entente:open", "used");

        HttpResponse<byte[]> answer = person.browser().getBytes("/en/names/paper.pdf");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"names.pdf\"");
        assertThat(text(names.person(), "en")).doesNotContain("Listuguj").contains("No name is on record yet.");
    }

    private static String text(TestPerson person, String language) throws IOException {
        HttpResponse<byte[]> answer = person.browser().getBytes("/" + language + "/names/paper.pdf");
        try (PDDocument read = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(read);
        }
    }
}
