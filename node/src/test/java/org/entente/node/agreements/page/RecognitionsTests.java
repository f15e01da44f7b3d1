package org.entente.node.agreements.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.page.Recognitions.Line;
import org.entente.node.agreements.page.Recognitions.State;
import org.entente.node.agreements.ruling.Recognition;
import org.entente.node.agreements.ruling.Rulings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The picture of who accepts what from whom says what a ruling of the same moment says. */
class RecognitionsTests {
    private static final Duration A_DAY = Duration.ofDays(1);

    @Test
    void who_has_left_accepts_nothing_while_what_it_issued_is_still_accepted() {
        TestHistory history = TestHistory.begun();
        history.act(BRITISH_COLUMBIA, ActJson.withdraw());
        Held held = history.held();
        Instant leaves = held.chain().member("CA-BC").orElseThrow().until();
        Instant gone = held.chain().member("CA-BC").orElseThrow().sunset();

        assertThat(ways(held, leaves.minus(A_DAY))).containsExactlyInAnyOrder("CA-QC > CA-BC", "CA-BC > CA-QC");
        assertThat(ways(held, leaves)).containsExactly("CA-BC > CA-QC");
        assertThat(ways(held, gone)).isEmpty();
    }

    @Test
    void a_suspension_of_the_issuer_that_a_clause_names_stops_the_clause_though_the_party_has_another() {
        TestHistory history = TestHistory.begun(RecognitionsTests::withASecondIssuer);
        assertThat(state(history.held(), "3.3")).isEqualTo(State.AGREED);

        history.act(BRITISH_COLUMBIA, suspend(issuance("citizen-services")));
        assertThat(state(history.held(), "3.3")).isEqualTo(State.SUSPENDED);

        TestHistory other = TestHistory.begun(RecognitionsTests::withASecondIssuer);
        other.act(BRITISH_COLUMBIA, suspend(issuance("vital-statistics")));
        assertThat(state(other.held(), "3.3")).isEqualTo(State.AGREED);
    }

    @Test
    void a_party_whose_keys_were_not_compared_is_not_said_to_be_suspended() {
        assertThat(state(TestHistory.begun().heldWithout("CA-BC"), "3.3")).isEqualTo(State.UNCONFIRMED);
    }

    @Test
    void a_clause_is_not_said_to_be_agreed_once_nobody_was_heard_for_longer_than_it_allows() {
        Held held = TestHistory.begun().held();
        Instant now = TestHistory.START.plus(A_DAY);
        Instant latest = now.minus(Duration.ofHours(1));
        for (Instant heard : List.of(now, latest, latest.minusSeconds(1), Instant.MIN)) {
            assertThat(states(held, heard, now))
                    .as("heard at " + heard)
                    .containsOnly(heard.isBefore(latest) ? State.OUT_OF_TOUCH : State.AGREED);
            assertThat(Rulings.recognised(
                                    TestEntentes.citizenServices(), IDENTITY, List.of(held.forRulings(heard)), now)
                            .isEmpty())
                    .as("heard at " + heard)
                    .isEqualTo(heard.isBefore(latest));
        }
        TestHistory stopped = TestHistory.begun();
        stopped.act(BRITISH_COLUMBIA, suspend(TestEntentes.wholeOf(BRITISH_COLUMBIA)));
        assertThat(states(stopped.held(), Instant.MIN, now.plus(A_DAY))).containsOnly(State.SUSPENDED);
    }

    @Test
    void a_node_that_is_out_of_step_says_that_nothing_is_agreed() {
        Held behind = TestHistory.begun().heldBehind(BRITISH_COLUMBIA);
        Instant now = TestHistory.START.plus(A_DAY);
        assertThat(states(behind, now, now)).containsOnly(State.OUT_OF_STEP);
    }

    @Test
    void before_its_term_an_entente_is_drawn_as_it_will_be_whether_it_is_signed_or_proposed() {
        Instant begins = TestHistory.START.plus(A_DAY.multipliedBy(30));
        Consumer<ObjectNode> later = draft -> draft.withObject("/term").put("from", begins.toString());
        Instant now = TestHistory.START.plus(A_DAY);
        Held signed = TestHistory.begun(later).held();
        assertThat(states(signed, Instant.MIN, now)).hasSize(3).containsOnly(State.AGREED);
        assertThat(states(signed, Instant.MIN, begins)).containsOnly(State.OUT_OF_TOUCH);
        assertThat(states(TestHistory.proposed(later), Instant.MIN, now))
                .hasSize(3)
                .containsOnly(State.AGREED);
    }

    @Test
    void each_line_is_as_the_ruling_has_it_at_every_stage_of_a_withdrawal() {
        TestHistory history = TestHistory.begun();
        history.act(ONTARIO, TestEntentes.accession(ONTARIO));
        history.act(QUEBEC, suspend(new Target("CA-QC", Target.Direction.ISSUANCE, Set.of(), Set.of(IDENTITY))));
        history.act(ONTARIO, ActJson.withdraw());
        Held held = history.held();
        for (int day = 3; day < 300; day += 3) {
            Instant now = TestHistory.START.plus(Duration.ofDays(day));
            Recognition recognition = new Recognition(held.forRulings(now), now);
            for (TestGovernment verifier : List.of(QUEBEC, BRITISH_COLUMBIA)) {
                URI address = verifier == QUEBEC ? TestEntentes.etatCivil() : TestEntentes.citizenServices();
                List<String> ruled = Rulings.recognised(address, IDENTITY, List.of(recognition.held()), now).stream()
                        .map(issuers -> issuers.party().toString())
                        .sorted()
                        .toList();
                assertThat(accepted(held, verifier, now)).as("day " + day).isEqualTo(ruled);
            }
        }
    }

    @Test
    void governments_of_whom_more_than_twelve_ways_lead_are_drawn_in_rows_and_columns_with_every_pair() {
        for (int count : List.of(4, 5, 14, 30)) {
            Recognitions many = many(count);
            assertThat(many.drawing().isPresent()).isEqualTo(count <= 4);
            assertThat(many.grid().isPresent()).isEqualTo(count > 4);
            many.grid().ifPresent(grid -> {
                assertThat(grid.heads()).hasSize(count);
                assertThat(grid.dots()).hasSize(count * (count - 1)).doesNotHaveDuplicates();
                assertThat(grid.dots()).allMatch(dot -> dot.x() < grid.width() && dot.y() < grid.height());
                assertThat(grid.dots()).filteredOn(Grid.Dot::stopped).hasSize(count - 1);
            });
        }
    }

    private static Recognitions many(int count) {
        List<Recognitions.Government> governments = IntStream.range(0, count)
                .mapToObj(i -> TestGovernment.create("g" + i, "G-" + i, "Gouvernement " + i))
                .map(one -> new Recognitions.Government(
                        one.entity(), one.key(), one.facts().jurisdiction().name()))
                .toList();
        List<Line> lines = IntStream.range(0, count * count)
                .mapToObj(i -> new Line(
                        i / count, i % count, IDENTITY, "3.1", i / count == 0 ? State.SUSPENDED : State.AGREED))
                .toList();
        return new Recognitions(governments, lines);
    }

    /** British Columbia has two issuers, and one clause means one of them. */
    private static void withASecondIssuer(ObjectNode draft) {
        ObjectNode second =
                ((ArrayNode) draft.at("/parties/1/issuers")).addObject().put("organisation", "vital-statistics");
        second.putArray("credential_types").add(IDENTITY);
        ((ObjectNode) draft.at("/clauses/2")).putArray("issuers").add("CA-BC/citizen-services");
    }

    private static Target issuance(String organisation) {
        return new Target(
                "CA-BC", Target.Direction.ISSUANCE, Set.of(BRITISH_COLUMBIA.organisation(organisation)), Set.of());
    }

    private static State state(Held held, String clause) {
        Instant now = TestHistory.START.plus(A_DAY);
        return Recognitions.of(held, now, now).lines().stream()
                .filter(line -> line.clause().equals(clause))
                .map(Line::state)
                .findFirst()
                .orElseThrow();
    }

    private static List<State> states(Held held, Instant confirmedAt, Instant now) {
        return Recognitions.of(held, confirmedAt, now).lines().stream()
                .map(Line::state)
                .toList();
    }

    private static List<String> ways(Held held, Instant now) {
        Recognitions all = Recognitions.of(held, now, now);
        return all.ways().stream()
                .filter(way -> !way.stopped())
                .map(way -> all.governments().get(way.from()).key() + " > "
                        + all.governments().get(way.to()).key())
                .toList();
    }

    private static List<String> accepted(Held held, TestGovernment verifier, Instant now) {
        Recognitions all = Recognitions.of(held, now, now);
        return all.lines().stream()
                .filter(line -> !line.stopped() && line.credentialType().equals(IDENTITY))
                .filter(line -> all.governments().get(line.to()).entity().equals(verifier.entity()))
                .map(line -> all.governments().get(line.from()).entity().toString())
                .distinct()
                .sorted()
                .toList();
    }
}
