package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each node of a journey is two processes, and each request goes to the other one than the request before. */
@InProvinces
class TwoProcessesTests {
    private static final int DEATHS_OF_EACH = 5;

    /** Far more than it takes, as each sees at least one death. */
    private static final int MOST_JOURNEYS = 100;

    private final Provinces provinces;

    TwoProcessesTests(Provinces provinces) {
        this.provinces = provinces;
    }

    @Test
    void a_whole_journey_passes_when_every_request_meets_the_other_process() {
        new Journey(provinces, () -> {}).play();
    }

    @Test
    void a_whole_journey_passes_while_one_process_after_another_is_killed_and_started_again() {
        Dying dying = everyProcess();
        new Journey(provinces, dying::next).play();
        dying.awaitAll();
        assertThat(dying.deaths()).isPositive();
    }

    @Test
    @Tag("soak")
    void journeys_pass_until_each_process_of_each_node_has_died_five_times() {
        Dying dying = everyProcess();
        int journeys = 0;
        while (dying.deathsOfEach() < DEATHS_OF_EACH && journeys < MOST_JOURNEYS) {
            new Journey(provinces, dying::next).play();
            journeys++;
        }
        dying.awaitAll();
        System.out.printf("%d journeys, %d deaths%n", journeys, dying.deaths());
        assertThat(dying.deathsOfEach()).isGreaterThanOrEqualTo(DEATHS_OF_EACH);
    }

    private Dying everyProcess() {
        return new Dying(List.of(
                provinces.quebec().process(0),
                provinces.columbia().process(0),
                provinces.wallet().process(0),
                provinces.quebec().process(1),
                provinces.columbia().process(1),
                provinces.wallet().process(1)));
    }

    /** Before each step at most one process is dead: the one that died is started, and when it answers the next one dies. */
    private static final class Dying {
        private final List<NodeProcess> processes;
        private int deaths;

        Dying(List<NodeProcess> processes) {
            this.processes = processes;
        }

        void next() {
            NodeProcess starting = processes.get((deaths + processes.size() - 1) % processes.size());
            if (deaths == 0 || starting.answers()) {
                NodeProcess process = processes.get(deaths % processes.size());
                process.kill();
                process.start();
                deaths++;
            }
        }

        void awaitAll() {
            processes.forEach(NodeProcess::awaited);
        }

        int deaths() {
            return deaths;
        }

        /** How often each of them died at least: they die in turn. */
        int deathsOfEach() {
            return deaths / processes.size();
        }
    }
}
