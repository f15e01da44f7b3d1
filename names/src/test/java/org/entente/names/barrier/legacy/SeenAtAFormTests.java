package org.entente.names.barrier.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import java.util.Set;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.door.InstalledChromium;
import org.entente.names.barrier.probe.DoorFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser did not see is not said to be absent: each row says what was looked at, or why nothing was. */
class SeenAtAFormTests {
    private static final Set<String> OF_A_NAME = Set.of("B38", "B39", "B40", "B41", "B42");

    @BeforeEach
    void needsABrowser() {
        if (!InstalledChromium.isThere() && !Boolean.parseBoolean(System.getenv("CI"))) {
            assumeThat(InstalledChromium.isThere())
                    .as("apt-get install chromium-headless-shell")
                    .isTrue();
        }
    }

    @Test
    void of_an_element_that_is_not_there_no_row_says_that_it_was_looked_at() {
        Map<String, Finding> findings = audit(Set.of(), "", "", ".elsewhere", OF_A_NAME);

        assertThat(OF_A_NAME)
                .allSatisfy(id -> assertThat(findings.get(id)).as(id).isInstanceOf(Finding.NotApplicable.class));
        assertThat(findings.get("B38")).isEqualTo(notSeen("no-element", ".elsewhere"));
    }

    @Test
    void a_page_of_staff_that_nobody_described_was_not_tried() {
        assertThat(audit(Set.of(), "", "", ".name", Set.of("B54")).get("B54")).isEqualTo(notSeen("no-clerk"));
    }

    @Test
    void what_staff_can_do_is_tried_in_three_parts_and_the_row_says_which() {
        Set<String> row = Set.of("B54");

        assertThat(audit(Set.of(), LegacyDoors.STAFF, "", ".name", row).get("B54"))
                .isInstanceOfSatisfying(
                        Finding.NotFound.class,
                        not -> assertThat(not.tested().en())
                                .isEqualTo("Tried: character picker · search by number · how the name is said"));
        assertThat(audit(Set.of(), "\"clerk\": \"/clerk\",", "", ".name", row).get("B54"))
                .isInstanceOfSatisfying(
                        Finding.NotFound.class,
                        not -> assertThat(not.tested().en())
                                .isEqualTo("Tried: character picker · search by number. "
                                        + "Not tried: how the name is said (no “said” is described)"));
        for (String part : Set.of(LegacyPages.SAYS_NOTHING, LegacyPages.FINDS_BY_NAME_ALONE)) {
            assertThat(audit(Set.of(part), LegacyDoors.STAFF, "", ".name", row).get("B54"))
                    .as(part)
                    .isInstanceOfSatisfying(
                            Finding.Found.class,
                            found -> assertThat(found.evidence()).hasSize(1));
        }
    }

    @Test
    void a_number_that_is_the_name_is_no_number() {
        String byName = ", \"accepted\": \".name\"";

        assertThat(audit(Set.of(), "\"clerk\": \"/clerk\",", byName, ".name", Set.of("B54"))
                        .get("B54"))
                .isInstanceOfSatisfying(
                        Finding.NotFound.class,
                        not -> assertThat(not.tested().en())
                                .contains("Not tried: search by number (the “reference” of a record is its name)"));
    }

    @Test
    void an_empty_language_is_a_barrier_where_one_was_told_and_nothing_is_known_where_none_was() {
        Set<String> nobody = Set.of(LegacyPages.KNOWS_NO_LANGUAGE);
        Set<String> row = Set.of("B42");
        String told = ", \"writing\": {\"field\": \"#writing\", \"value\": \"iu-Latn\"}";

        assertThat(audit(nobody, "", "", ".name", row).get("B42")).isEqualTo(notSeen("no-writing"));
        assertThat(audit(nobody, "", told, ".name", row).get("B42")).isInstanceOf(Finding.Found.class);
        assertThat(audit(Set.of(), "", told, ".name", row).get("B42")).isInstanceOf(Finding.NotFound.class);
    }

    @Test
    void a_form_that_is_gone_when_its_field_is_looked_at_ends_the_audit() {
        assertThatExceptionOfType(DoorFailed.class)
                .isThrownBy(() -> audit(Set.of(LegacySystem.ENDS_SESSIONS), "", "", ".name", Set.of("B11")));
    }

    private static Finding notSeen(String why, Object... arguments) {
        return new Finding.NotApplicable(Wording.of(why, arguments));
    }

    private static Map<String, Finding> audit(
            Set<String> barriers, String staff, String told, String shown, Set<String> only) {
        try (LegacySystem system = LegacySystem.with(barriers)) {
            return LegacyDoors.audit(LegacyDoors.form(system, staff, told, shown), only);
        }
    }
}
