package org.entente.checks.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.names.TestOrthographies;
import org.entente.node.names.TestPerson;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A person's names: writing one, being asked about it, what other systems get, how it is said, what was done. */
@InCountry
class NamesPagesTests {
    private static final String SALISH = TestOrthographies.ID;

    private final Country country;
    private final PageChecks pages;
    private TestNode node;
    private TestPerson newcomer;
    private TestPerson person;
    private String name = "";
    private String former = "";
    private String draft = "";

    NamesPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
    }

    @BeforeAll
    void record_some() {
        node = country.quebec();
        newcomer = new TestPerson(country.signedIn(node));
        person = new TestPerson(country.signedIn(node));
        person.record("Kuujjuaq", "entente:open", "legal");
        name = person.record("ʔaq̓am", SALISH, "reclaimed");
        person.record("ᐃᖃᓗᐃᑦ", "entente:iu-cans-draft", "traditional");
        person.press(name + "/show", Map.of());
        person.press(
                name + "/others",
                Map.of("full", "ᐊᖃᒻ", "writing", "entente:iu-cans-draft", "relation", "same-name-other-script"));
        former = person.record("Fort Chimo", "entente:open/en", "used");
        person.press(former + "/former", Map.of());
        person.press(former + "/dates", Map.of("since", "1954", "until", "1979-06"));
        draft = person.begin();
        person.write(draft, "ʔaq̕až", SALISH, "used", Map.of("action", "continue", "respelling", "ah-kam"));
    }

    @TestFactory
    Stream<DynamicTest> before_there_is_any() {
        return pages.hold("names-none", Way.to(node, "/names", newcomer.browser()));
    }

    @TestFactory
    Stream<DynamicTest> since_when_a_former_one_was_borne() {
        return pages.hold("names-dates", Way.to(node, former + "/dates", person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> all_of_them() {
        return pages.hold("names", Way.to(node, "/names", person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> writing_one() {
        return pages.hold("names-draft", Way.to(node, draft, person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> writing_one_in_syllabics() {
        String syllabics = person.begin();
        person.write(syllabics, "ᓀᐦᐃᔭᐍᐏᐣ", "entente:crk-cans-draft", "used", Map.of("action", "letters"));
        return pages.hold("names-draft-syllabics", Way.to(node, syllabics, person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> writing_none() {
        String empty = newcomer.begin();
        return pages.hold(
                "names-draft-empty",
                Way.to(node, empty, newcomer.browser()).then(page -> page.click("form[data-names] > .button")));
    }

    @TestFactory
    Stream<DynamicTest> writing_one_of_many_parts() {
        String parted = person.begin();
        person.write(
                parted,
                "Wolinak ʔaq̓am Percé",
                SALISH,
                "used",
                Map.of("action", "letters", "given", "Wolinak", "clan", "ʔaq̓am", "family", "Percé"));
        return pages.hold("names-draft-parts", Way.to(node, parted, person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> bringing_a_file() {
        return pages.hold(
                "names-import",
                Way.to(node, "/names/import", person.browser()).then(page -> page.click("form[enctype] button")));
    }

    @TestFactory
    Stream<DynamicTest> what_a_file_has_in_it() {
        byte[] file =
                "Whole name,Orthography\nKuujjuaq,\nxʷməθkʷəy̓əm,\nT\uFFFDicho,\n".getBytes(StandardCharsets.UTF_8);
        return pages.hold(
                "names-import-found",
                Way.to(node, "/names/import", person.browser()).then(page -> {
                    page.setInputFiles("#field-file", new FilePayload("names.csv", "text/csv", file));
                    page.click("form[enctype] button");
                }));
    }

    @TestFactory
    Stream<DynamicTest> being_asked() {
        return pages.hold("names-check", Way.to(node, draft + "/check", person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> one_of_them() {
        return pages.hold("names-one", Way.to(node, name, person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> one_that_is_no_longer_borne() {
        return pages.hold("names-former", Way.to(node, former, person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> how_it_is_written_otherwise() {
        return pages.hold(
                "names-others",
                Way.to(node, name + "/others", person.browser())
                        .then(page -> page.click("form[data-names] > .button")));
    }

    @TestFactory
    Stream<DynamicTest> what_other_systems_get() {
        return pages.hold("names-forms", Way.to(node, name + "/forms", person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> a_form_that_a_system_cannot_write() {
        return pages.hold(
                "names-forms-wrong",
                Way.to(node, name + "/forms", person.browser()).then(page -> {
                    page.fill("#field-form-ascii-40", "ʔaq̓am");
                    page.click("#ascii-40 form button");
                }));
    }

    @TestFactory
    Stream<DynamicTest> how_it_is_said() {
        return pages.hold("names-sound", Way.to(node, "/names/sounds/" + id(), person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> a_recording_that_is_missing() {
        return pages.hold(
                "names-sound-missing",
                Way.to(node, "/names/sounds/" + id(), person.browser())
                        .then(page -> page.click("form[enctype] button")));
    }

    @TestFactory
    Stream<DynamicTest> what_was_done() {
        return pages.hold("names-history", Way.to(node, "/names/history", person.browser()));
    }

    @TestFactory
    Stream<DynamicTest> what_an_officer_finds() {
        TestBrowser officer = officer();
        return pages.hold(
                "names-search", Way.to(node, "/officers/names", officer).then(page -> {
                    page.fill("#field-name", "aqam");
                    page.click("main form > .button");
                }));
    }

    @TestFactory
    Stream<DynamicTest> former_names_without_a_reason() {
        TestPerson officer = new TestPerson(officer());
        String path = Jsoup.parse(officer.press("/officers/names", Map.of("name", "Kuujjuaq"))
                        .body())
                .expectFirst("tbody th a")
                .attr("href")
                .substring("/en".length());
        return pages.hold(
                "names-person", Way.to(node, path, officer.browser()).then(page -> page.click("main form .button")));
    }

    private TestBrowser officer() {
        return new TestBrowser(node).signIn(country.mailbox(), Country.OFFICER);
    }

    private String id() {
        return name.substring("/names/".length());
    }
}
