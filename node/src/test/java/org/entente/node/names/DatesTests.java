package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bearer says since when they bear a name, and until when they bore one; or says nothing of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(NamesNode.Given.class)
class DatesTests {
    private final NamesNode names;
    private TestPerson person;

    DatesTests(NamesNode names) {
        this.names = names;
    }

    @BeforeAll
    void sign_in() {
        person = names.person();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1987", "1987-06", "1987-06-15"})
    void a_year_a_month_or_a_day_is_kept_as_it_was_said_and_shown_and_can_be_taken_back(String since) {
        String name = person.record("Tuktoyaktuk", "entente:open", "used");
        assertThat(borne(name)).isEqualTo("Say since when");

        person.press(name + "/dates", Map.of("since", " " + since + " ", "until", "1990"));

        assertThat(borne(name)).isEqualTo("since " + since + " Change");
        assertThat(person.page(name + "/dates").expectFirst("#field-since").val())
                .isEqualTo(since);
        assertThat(person.page("/names/history").text()).contains("Since when a name is borne was said otherwise");
        String draft =
                TestPerson.path(person.press("/names/drafts", Map.of("corrects", name.substring("/names/".length()))));
        person.write(draft, "Tuktuyaaqtuuq", "entente:open", "used", Map.of("action", "continue"));
        person.press(draft + "/check", Map.of());
        assertThat(borne(name)).as("after a correction").startsWith("since " + since);

        person.press(name + "/dates", Map.of("since", ""));

        assertThat(borne(name)).isEqualTo("Say since when");
    }

    @Test
    void a_former_name_has_an_end_too_which_is_gone_when_it_is_borne_again() {
        String name = person.record("Coppermine", "entente:open", "used");
        person.press(name + "/dates", Map.of("since", "1930"));
        person.press(name + "/former", Map.of());
        assertThat(borne(name)).as("nothing is concluded").isEqualTo("since 1930 Change");

        person.press(name + "/dates", Map.of("since", "1930", "until", "1996-01-01"));

        assertThat(borne(name)).isEqualTo("since 1930 until 1996-01-01 Change");
        person.press(name + "/borne", Map.of());
        assertThat(borne(name)).isEqualTo("since 1930 Change");
    }

    @Test
    void a_former_name_that_turns_out_to_be_ceremonial_has_no_end() {
        String name = person.record("Holman", "entente:open", "used");
        person.press(name + "/former", Map.of());
        person.press(name + "/dates", Map.of("since", "1930", "until", "1996"));
        String draft =
                TestPerson.path(person.press("/names/drafts", Map.of("corrects", name.substring("/names/".length()))));

        person.write(draft, "Holman", "entente:open", "ceremonial", Map.of("action", "continue"));
        person.press(draft + "/check", Map.of());

        assertThat(person.page(name).text()).contains("a ceremonial name");
        assertThat(borne(name)).isEqualTo("since 1930 Change");
    }

    @Test
    void an_officer_sees_the_dates_of_what_they_may_see_and_of_former_names_with_a_reason() {
        TestPerson officer = names.signedIn(NamesNode.OFFICER);
        String old = person.record("Spence Bay", "entente:open", "used");
        person.press(old + "/dates", Map.of("since", "1949"));
        String name = person.record("Taloyoak", "entente:open", "reclaimed");
        person.press(name + "/dates", Map.of("since", "1992-07"));
        person.press(old + "/former", Map.of());
        String found = Jsoup.parse(officer.press("/officers/names", Map.of("name", "Taloyoak"))
                        .body())
                .expectFirst("tbody th a")
                .attr("href")
                .substring("/en".length());

        assertThat(officer.page(found).text()).contains("since 1992-07").doesNotContain("1949");
        assertThat(Jsoup.parse(officer.press(found, Map.of("reason", "a file of 1987, at their request"))
                                .body())
                        .text())
                .contains("Spence Bay since 1949");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "1987-13", "1987-02-30", "0000", "87", "1987-6-1", "١٩٨٧"})
    void what_is_no_date_is_refused_and_stays_to_be_mended(String since) {
        String name = person.record("Kuujjuaq", "entente:open", "used");

        HttpResponse<String> answer = person.press(name + "/dates", Map.of("since", since));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).expectFirst("#error-since").text())
                .contains("1987-06-15");
        assertThat(borne(name)).isEqualTo("Say since when");
    }

    @Test
    void a_name_is_not_borne_from_tomorrow_on_nor_until_before_it_was() {
        String name = person.record("Chesterfield", "entente:open", "used");
        person.press(name + "/former", Map.of());

        Document future = refused(name, Map.of("since", "2999", "until", "2999-12"));
        Document order = refused(name, Map.of("since", "1990-06", "until", "1990-05-31"));

        assertThat(future.select("#error-since, #error-until").eachText())
                .containsExactly("This date has not come yet.", "This date has not come yet.");
        assertThat(order.expectFirst("#error-until").text()).contains("before the one since which");
        assertThat(person.press(name + "/dates", Map.of("since", "1990-06", "until", "1990"))
                        .statusCode())
                .as("within the year")
                .isEqualTo(303);
    }

    @Test
    void anothers_name_has_no_dates_to_say() {
        String name = person.record("Arviat", "entente:open", "used");

        assertThat(names.person()
                        .press(name + "/dates", Map.of("since", "1989"))
                        .statusCode())
                .isEqualTo(404);
    }

    private Document refused(String name, Map<String, String> dates) {
        HttpResponse<String> answer = person.press(name + "/dates", dates);
        assertThat(answer.statusCode()).isEqualTo(400);
        return Jsoup.parse(answer.body());
    }

    private String borne(String name) {
        return person.page(name)
                .expectFirst("dl.summary > div:has(dt:matchesOwn(^Borne$)) dd")
                .text();
    }
}
