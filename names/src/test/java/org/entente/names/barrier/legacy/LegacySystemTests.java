package org.entente.names.barrier.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Barrier;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.door.InstalledChromium;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.report.RollUp;
import org.entente.names.profile.CsvTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The audit finds every barrier that is built into a registry, and none that was taken out again. */
class LegacySystemTests {
    private static final String REGISTRY = "Registry of somewhere";

    /** What only a browser sees. */
    private static final Set<String> SEEN = Set.of("B14", "B38", "B39", "B40", "B42", "B54");

    @BeforeEach
    void needsABrowser() {
        if (!InstalledChromium.isThere() && !Boolean.parseBoolean(System.getenv("CI"))) {
            assumeThat(InstalledChromium.isThere())
                    .as("apt-get install chromium-headless-shell")
                    .isTrue();
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

    /** What a store does to letters, and what is done to them on the way out. */
    private static final List<String> TOGETHER =
            List.of("B07", "B10", "B17", "B18", "B20", "B21", "B23", "B24", "B41", "B48", "B52");

    @TestFactory
    Stream<DynamicTest> of_two_barriers_at_once_neither_hides_the_other() {
        return TOGETHER.stream()
                .flatMap(one -> TOGETHER.stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .map(other -> DynamicTest.dynamicTest(
                                one + " and " + other,
                                () -> assertThat(serviceWith(Set.of(one, other), Set.of(one, other)))
                                        .containsExactlyInAnyOrder(one, other))));
    }

    /** A name that a store damages is not for that reason one that nobody finds. */
    @Test
    void forced_capitals_are_not_taken_for_a_search_that_fails() {
        assertThat(serviceWith(Set.of("B24"), Set.of())).containsExactly("B24", "B41", "B45", "B46");
    }

    @Test
    void a_store_that_keeps_invisible_signs_is_found_though_what_is_typed_is_cleaned() {
        assertThat(serviceWith(Set.of(LegacyRules.KEEPS_INVISIBLE), Set.of("B23")))
                .containsExactly("B23");
    }

    @Test
    void a_field_that_refuses_keys_is_found_though_it_takes_what_is_pasted() {
        assertThat(formWith(Set.of(LegacyPages.FILTERS_KEYS), Set.of("B14"))).containsExactly("B14");
    }

    @TestFactory
    Stream<DynamicTest> what_only_a_browser_sees_is_found_and_no_longer_when_it_is_repaired() {
        return SEEN.stream()
                .sorted()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    assertThat(formWith(Set.of(id), Set.of(id))).containsExactly(id);
                    assertThat(formFindings(Set.of(), Set.of(id)).get(id)).isInstanceOf(Finding.NotFound.class);
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
            assertThat(SEEN)
                    .allSatisfy(id -> assertThat(findings.get(id)).as(id).isInstanceOf(Finding.NotFound.class));
        }
    }

    /**
     * One registry with all of them: what its form refuses comes in over its interface, and its database keeps a copy. Three
     * doors are audited, and their reports rolled up as an operator does it.
     */
    @Test
    void one_registry_that_has_all_fifty_five_is_found_to_have_them() {
        List<String> all =
                Catalogue.standard().barriers().stream().map(Barrier::id).toList();
        List<AuditReport> reports = new ArrayList<>();
        try (LegacySystem registry = LegacySystem.withAnOpenBackDoor(Set.copyOf(all))) {
            reports.add(report("form", LegacyDoors.form(registry)));
            reports.add(report("openapi", LegacyDoors.service(registry)));
            reports.add(report("jdbc", LegacyDoors.table(registry, REGISTRY)));
        }
        RollUp rollUp = new RollUp(reports);

        assertThat(all)
                .allSatisfy(id -> assertThat(rollUp.of(REGISTRY, id)).as(id).isInstanceOf(Finding.Found.class));
        assertThat(CsvTable.rows(rollUp.csv()).stream()
                        .filter(row -> row.getLast().equals("found")))
                .hasSize(55);
    }

    private static AuditReport report(String target, Door door) {
        return AuditReport.of(
                REGISTRY, target, Instant.parse("2026-11-23T00:00:00Z"), LegacyDoors.audit(door, Set.of()), Map.of());
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
        return LegacyDoors.found(formFindings(barriers, only));
    }

    private static Map<String, Finding> formFindings(Set<String> barriers, Set<String> only) {
        try (LegacySystem system = LegacySystem.with(barriers)) {
            return LegacyDoors.audit(LegacyDoors.form(system), only);
        }
    }
}
