package org.entente.names.barrier.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.junit.jupiter.api.Test;

/** A row says that a barrier was looked for only where it could have been found. */
class InterviewTests {
    @Test
    void what_the_operator_left_out_is_said_to_be_left_out() {
        Map<String, Finding> findings = new Interview(Set.of("B01"), id -> {}).at(new Keeper(Set.of(), List.of()));

        assertThat(findings).hasSize(Catalogue.standard().barriers().size());
        assertThat(findings.get("B01")).isInstanceOf(Finding.NotFound.class);
        assertThat(findings.get("B07")).isEqualTo(notTested("not-tried"));
        assertThat(Interview.silent().at(new Keeper(Set.of(), List.of())).values())
                .doesNotContain(notTested("not-tried"));
    }

    @Test
    void a_row_that_could_not_have_failed_is_not_tested() {
        Map<String, Finding> findings = Interview.silent().at(new Keeper(Set.of(), List.of("licence")));

        assertThat(findings.get("B09")).isEqualTo(notTested("no-parts"));
        assertThat(findings.get("B16")).isEqualTo(notTested("no-status"));
        assertThat(findings.get("B44")).isEqualTo(notTested("one-of-a-channel"));
        assertThat(findings.get("B55")).isEqualTo(notTested("no-words"));
    }

    @Test
    void the_same_rows_are_tested_where_there_is_something_to_see() {
        Set<Ability> all = EnumSet.of(Ability.ANSWERS, Ability.PARTS);

        Map<String, Finding> findings = Interview.silent().at(new Keeper(all, List.of("licence", "health card")));

        for (String row : List.of("B09", "B16", "B44")) {
            assertThat(findings.get(row)).as(row).isInstanceOf(Finding.NotFound.class);
        }
        assertThat(findings.get("B55")).isEqualTo(notTested("no-refusal"));
    }

    @Test
    void a_search_that_leads_from_roman_letters_to_syllabics_and_not_back_is_a_barrier() {
        Map<String, Finding> findings = new Interview(Set.of("B33"), id -> {}).at(new OneWay());

        assertThat(findings.get("B33"))
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> assertThat(found.evidence())
                                .extracting(Evidence::sent)
                                .containsExactly("ᐃᖃᓗᐃᑦ"));
    }

    private static Finding notTested(String why) {
        return new Finding.NotApplicable(Wording.of(why));
    }

    /** Finds every name by roman letters, and by syllabics those that are written so. */
    private record OneWay() implements Door {
        @Override
        public Set<Ability> abilities() {
            return EnumSet.of(Ability.SEARCH);
        }

        @Override
        public Set<Output.Kind> kinds() {
            return EnumSet.of(Output.Kind.DATA);
        }

        @Override
        public Reply register(Entry entry) {
            return new Reply.Accepted(entry.full());
        }

        @Override
        public Reply rename(String reference, String full) {
            return new Reply.Accepted(full);
        }

        @Override
        public List<String> search(String typed) {
            return typed.equals("Iqaluit") ? List.of("Iqaluit", "ᐃᖃᓗᐃᑦ") : List.of(typed);
        }

        @Override
        public List<Output> outputs(String reference, Set<Output.Kind> kinds) {
            return List.of(new Output(new Output.Outlet("record", Output.Kind.DATA, ""), reference));
        }
    }

    /** Takes every name and gives it back at these outputs, which are for one channel. */
    private record Keeper(Set<Ability> abilities, List<String> channels) implements Door {
        @Override
        public Set<Output.Kind> kinds() {
            return EnumSet.of(Output.Kind.DATA, Output.Kind.CHANNEL);
        }

        @Override
        public Reply register(Entry entry) {
            return new Reply.Accepted(entry.full());
        }

        @Override
        public Reply rename(String reference, String full) {
            return new Reply.Accepted(full);
        }

        @Override
        public List<Output> outputs(String reference, Set<Output.Kind> kinds) {
            List<Output> outputs = new ArrayList<>();
            if (kinds.contains(Output.Kind.DATA)) {
                outputs.add(new Output(new Output.Outlet("record", Output.Kind.DATA, ""), reference));
            }
            if (kinds.contains(Output.Kind.CHANNEL)) {
                channels.forEach(name ->
                        outputs.add(new Output(new Output.Outlet(name, Output.Kind.CHANNEL, "ascii"), "KENORA")));
            }
            return outputs;
        }
    }
}
