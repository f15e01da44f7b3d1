package org.entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.node.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PagesTests {
    private static final Pattern SHEET = Pattern.compile("/assets/entente-[0-9a-f]+\\.css");
    private static final Pattern THEME = Pattern.compile("/theme/[\\w-]+\\.css");
    private static final TestNode NODE = TestNode.government("quebec");
    private static final Answers ANSWERS = new Answers(NODE.origin());

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void the_bare_address_leads_to_the_language_that_the_browser_prefers() throws Exception {
        assertThat(frontPage("en-CA,en;q=0.9,fr;q=0.5")).isEqualTo("/en");
        assertThat(frontPage("iu,fr-CA;q=0.8,en;q=0.5")).isEqualTo("/fr");
        assertThat(frontPage("iu")).isEqualTo("/fr");
        assertThat(frontPage(";;;")).isEqualTo("/fr");
    }

    @Test
    void the_language_is_changed_on_the_same_page() throws Exception {
        assertThat(ANSWERS.get("/fr/problems/not-found?from=1").body())
                .contains("href=\"/en/problems/not-found?from=1\"");
    }

    @Test
    void a_file_is_kept_for_ever_under_the_hash_of_its_content() throws Exception {
        for (Pattern kind : List.of(SHEET, THEME)) {
            var sheet = ANSWERS.get(linked(kind));
            assertThat(sheet.statusCode()).isEqualTo(200);
            assertThat(sheet.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
            assertThat(sheet.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        }
    }

    @Test
    void a_style_sheet_names_its_fonts_by_their_hash() throws Exception {
        assertThat(ANSWERS.get(linked(SHEET)).body())
                .containsPattern("fonts/bc-sans-regular-[0-9a-f]{32}\\.woff2")
                .doesNotContain("bc-sans-regular.woff2");
    }

    @Test
    void an_address_without_one_of_our_languages_is_not_a_page() throws Exception {
        assertThat(ANSWERS.get("/de").statusCode()).isEqualTo(404);
        assertThat(ANSWERS.get("/de/problems/not-found").statusCode()).isEqualTo(404);
    }

    private static String linked(Pattern file) throws Exception {
        var matcher = file.matcher(ANSWERS.get("/fr").body());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static String frontPage(String accepted) throws Exception {
        var answer = ANSWERS.get("/", "Accept-Language", accepted);
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElse("");
    }
}
