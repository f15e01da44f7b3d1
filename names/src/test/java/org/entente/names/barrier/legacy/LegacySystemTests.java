package org.entente.names.barrier.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.names.barrier.Barrier;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The audit finds every barrier that is built into a registry, and none that was taken out again. */
class LegacySystemTests {
    /** What only a browser sees. */
    private static final Set<String> SEEN = Set.of("B14", "B38", "B39", "B40", "B42", "B54");

    /** What a clerk's form refuses; a name that it refuses never meets the rest. */
    private static final Set<String> FRONT_DESK = Set.of(
            "B01", "B02", "B03", "B04", "B05", "B06", "B08", "B09", "B11", "B12", "B13", "B14", "B15", "B16", "B26",
            "B38", "B39", "B40", "B41", "B42", "B54", "B55");

    /** What the store behind it does. */
    private static final Set<String> STORE = Set.of(
            "B07", "B10", "B17", "B18", "B19", "B23", "B25", "B27", "B28", "B29", "B30", "B31", "B33", "B34", "B37");

    /** What is done on the way out. */
    private static final Set<String> EXCHANGE =
            Set.of("B21", "B22", "B32", "B35", "B43", "B44", "B45", "B46", "B47", "B49", "B50", "B51", "B52", "B53");

    /** What an old host does to whatever it gets. */
    private static final Set<String> HOST = Set.of("B24", "B48");

    /** What a copy for statistics does. */
    private static final Set<String> COPY = Set.of("B20", "B36");

    @BeforeEach
    void needsABrowser() {
        if (!LegacyDoors.hasChromium() && !Boolean.parseBoolean(System.getenv("CI"))) {
            assumeThat(LegacyDoors.hasChromium()).as("apt-get install chromium").isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> a_barrier_is_found_and_no_longer_when_it_is_repaired() {
        return Catalogue.standard().barriers().stream()
                .map(Barrier::id)
                .filter(id -> !SEEN.contains(id))
                .map(id -> DynamicTest.dynamicTest(
                        id + " " + Catalogue.standard().barrier(id).title().en(), () -> {
                            assertThat(serviceWith(Set.of(id), Set.of(id))).containsExactly(id);
                            assertThat(serviceWith(Set.of(), Set.of(id))).isEmpty();
                        }));
    }

    @TestFactory
    Stream<DynamicTest> what_only_a_browser_sees_is_found_and_no_longer_when_it_is_repaired() {
        return SEEN.stream()
                .sorted()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    assertThat(formWith(Set.of(id), Set.of(id))).containsExactly(id);
                }));
    }

    @Test
    void a_sound_registry_has_no_barrier_at_its_service() {
        try (LegacySystem sound = LegacySystem.with(Set.of())) {
            Map<String, Finding> findings = LegacyDoors.audit(LegacyDoors.service(sound), Set.of());

            assertThat(LegacyDoors.found(findings)).isEmpty();
            assertThat(notTested(findings)).isEmpty();
        }
    }

    @Test
    void a_sound_registry_has_no_barrier_at_its_form() {
        try (LegacySystem sound = LegacySystem.with(Set.of())) {
            Map<String, Finding> findings = LegacyDoors.audit(LegacyDoors.form(sound), Set.of());

            assertThat(findings.entrySet().stream().filter(row -> row.getValue() instanceof Finding.Found))
                    .isEmpty();
            assertThat(findings.keySet()).containsAll(SEEN);
        }
    }

    /** Each of the doors would hide what lies behind it: they are audited one by one, and rolled up. */
    @Test
    void all_fifty_five_are_found_in_a_registry_that_has_all() {
        Set<String> found = new TreeSet<>(formWith(FRONT_DESK, Set.of()));
        for (Set<String> behind : List.of(STORE, EXCHANGE, HOST, COPY)) {
            found.addAll(serviceWith(behind, Set.of()));
        }

        assertThat(found)
                .containsExactlyElementsOf(Catalogue.standard().barriers().stream()
                        .map(Barrier::id)
                        .toList());
    }

    private static List<String> notTested(Map<String, Finding> findings) {
        List<String> not = new ArrayList<>();
        findings.forEach((id, finding) -> {
            if (finding instanceof Finding.NotApplicable) {
                not.add(id);
            }
        });
        return not;
    }

    private static List<String> serviceWith(Set<String> barriers, Set<String> only) {
        try (LegacySystem system = LegacySystem.with(barriers)) {
            return LegacyDoors.found(LegacyDoors.audit(LegacyDoors.service(system), only));
        }
    }

    private static List<String> formWith(Set<String> barriers, Set<String> only) {
        try (LegacySystem system = LegacySystem.with(barriers)) {
            return LegacyDoors.found(LegacyDoors.audit(LegacyDoors.form(system), only));
        }
    }
}
