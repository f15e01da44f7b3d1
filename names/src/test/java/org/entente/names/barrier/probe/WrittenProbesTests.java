package org.entente.names.barrier.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.names.barrier.Barrier;
import org.entente.names.barrier.Catalogue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The catalogue names the probes of each barrier, and these are the ones that go through a door. */
class WrittenProbesTests {
    /** What only a browser looks at. */
    private static final Set<String> SEEN = Set.of("B14", "B38", "B39", "B40", "B42", "B54");

    @TestFactory
    Stream<DynamicTest> what_the_catalogue_says_is_written_and_looked_for_is() {
        return Catalogue.standard().barriers().stream()
                .filter(barrier -> !SEEN.contains(barrier.id()))
                .map(barrier -> DynamicTest.dynamicTest(barrier.id(), () -> {
                    Recorder door = new Recorder(new LinkedHashSet<>(), new LinkedHashSet<>());
                    new Interview(Set.of(barrier.id()), id -> {}).at(door);

                    assertThat(door.written()).isEqualTo(withControl(barrier));
                    assertThat(door.typed()).isEqualTo(new LinkedHashSet<>(barrier.typed()));
                }));
    }

    /** Every audit begins with it. */
    private static Set<String> withControl(Barrier barrier) {
        Set<String> probes = new LinkedHashSet<>(barrier.probes());
        probes.add(Probes.CONTROL);
        return probes;
    }

    /** Takes everything, gives everything back, and finds every name by anything. */
    private record Recorder(Set<String> written, Set<String> typed) implements Door {
        @Override
        public Set<Ability> abilities() {
            return EnumSet.allOf(Ability.class);
        }

        @Override
        public Set<Output.Kind> kinds() {
            return EnumSet.allOf(Output.Kind.class);
        }

        @Override
        public Reply register(Entry entry) {
            written.add(entry.full());
            return new Reply.Accepted(entry.full());
        }

        @Override
        public Reply rename(String reference, String full) {
            written.add(full);
            return new Reply.Accepted(full);
        }

        @Override
        public List<Output> outputs(String reference, Set<Output.Kind> kinds) {
            return kinds.stream()
                    .map(kind -> new Output(new Output.Outlet("record", kind, ""), reference))
                    .toList();
        }

        @Override
        public List<String> search(String looked) {
            typed.add(looked);
            return new ArrayList<>(written);
        }

        @Override
        public List<String> list() {
            return List.of();
        }

        @Override
        public List<String> match(String presented) {
            typed.add(presented);
            return List.of();
        }
    }
}
