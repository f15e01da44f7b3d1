package org.entente.node.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.names.barrier.Barrier;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.probe.Interview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * T10: the audit finds nothing in any form of the node in which a person's name is written, and on no page where it comes out:
 * drafts, what is shown before a name is kept, names, their forms for other systems, history, correction, taking a name back,
 * the files that a person takes away, the officer's search, and a person's page for officers.
 */
@ExtendWith(NamesNode.Given.class)
class OwnBarriersTests {
    /** Mobile licences, messages and log-ins: other doors, or none that a node has. */
    private static final Set<String> ELSEWHERE = Set.of("B45", "B47", "B50");

    /** What only a browser can see: no row of this door speaks of it. */
    private static final Set<String> IN_A_BROWSER = Set.of("B14", "B38", "B39", "B40", "B42", "B54");

    private static final Set<String> OF_PARTS = new TreeSet<>(Set.of(
            "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B11", "B12", "B13", "B17", "B18", "B20", "B21", "B22",
            "B24", "B26", "B49"));

    private final NamesNode names;

    OwnBarriersTests(NamesNode names) {
        this.names = names;
    }

    @Test
    void no_form_for_names_has_a_barrier_as_far_as_the_officers_search_and_a_name_taken_back() {
        Map<String, Finding> findings = new TreeMap<>(audit(OwnDoor.ofNames(names), Set.of()));

        assertThat(of(findings, Finding.Found.class)).isEmpty();
        Set<String> all = new TreeSet<>(
                Catalogue.standard().barriers().stream().map(Barrier::id).toList());
        all.removeAll(ELSEWHERE);
        all.removeAll(IN_A_BROWSER);
        assertThat(of(findings, Finding.NotFound.class).keySet())
                .as("looked for, and not there")
                .isEqualTo(all);
    }

    @Test
    void the_parts_of_a_name_have_none() {
        Map<String, Finding> findings = new TreeMap<>(audit(OwnDoor.ofParts(names), OF_PARTS));

        assertThat(of(findings, Finding.NotFound.class).keySet()).isEqualTo(OF_PARTS);
        assertThat(of(findings, Finding.Found.class)).isEmpty();
    }

    private static Map<String, Finding> audit(OwnDoor ours, Set<String> only) {
        try (ours) {
            return new Interview(only, id -> {}).at(ours);
        }
    }

    private static Map<String, Finding> of(Map<String, Finding> findings, Class<?> kind) {
        Map<String, Finding> some = new TreeMap<>(findings);
        some.values().removeIf(finding -> !kind.isInstance(finding));
        return some;
    }
}
