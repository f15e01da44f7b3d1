package org.entente.node.agreements.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.entryIntoForce;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A party stops its part and lifts that, again and again; the history is asked for several times after each change. */
class HistoriesTests {
    private static final int CHANGES = 2_000;
    private static final int READINGS_OF_A_CHANGE = 6;
    private static final String NAME = "long";

    private final Entente text = entente();
    private final Function<String, Optional<Entente>> texts = hash -> Optional.of(text);
    private final List<Histories.Row> database = new ArrayList<>();
    private int verified;
    private int fetched;
    private final Histories histories = new Histories(jws -> {
        verified++;
        return Transition.parse(jws);
    });

    @BeforeAll
    static void sign_quickly() {
        AmazonCorrettoCryptoProvider.install();
    }

    @Test
    void two_thousand_changes_are_fetched_and_verified_once_each() {
        EntenteState state = enter();
        for (int number = 2; number <= CHANGES; number++) {
            state = change(state);
            for (int reading = 0; reading < READINGS_OF_A_CHANGE; reading++) {
                assertThat(read().getLast().after().head()).isEqualTo(state.head());
            }
        }

        assertThat(verified).as("transitions parsed and verified").isEqualTo(CHANGES);
        assertThat(fetched).as("rows taken from the database").isEqualTo(CHANGES);
        assertThat(read())
                .hasSize(CHANGES)
                .first()
                .extracting(first -> first.after().number())
                .isEqualTo(1);
    }

    @Test
    void what_was_read_in_a_change_that_was_undone_is_given_up_and_the_rest_is_not_verified_again() {
        EntenteState common = change(change(enter()));
        read();
        change(common);
        read();
        database.removeLast();
        EntenteState other = add(common, ordered(common, act("other", common)));
        verified = 0;

        assertThat(readAll().getLast().after().head()).isEqualTo(other.head());
        assertThat(verified).isEqualTo(1);
    }

    @Test
    void what_was_read_in_a_first_change_that_was_undone_is_known_no_more() {
        enter();
        read();
        database.removeLast();
        readAll();

        assertThat(histories.known(NAME)).isEmpty();
    }

    @Test
    void one_that_does_not_hold_is_not_read() {
        EntenteState state = enter();
        append(ordered(TestEntentes.at(state, 7), act("elsewhere", state)));
        assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class).hasMessageContaining("out_of_order");
    }

    private EntenteState enter() {
        EntenteState none = EntenteState.of(text);
        return add(none, entryIntoForce(text, QUEBEC, BRITISH_COLUMBIA));
    }

    private EntenteState change(EntenteState state) {
        String id = "act-%06d".formatted(state.number());
        ActJson.Written written = state.suspensions().keySet().stream()
                .findFirst()
                .map(ActJson::lift)
                .orElseGet(() -> suspend(wholeOf(BRITISH_COLUMBIA)));
        SignedAct act = TestEntentes.act(BRITISH_COLUMBIA, id, state, written);
        return add(state, ordered(state, act));
    }

    private static SignedAct act(String id, EntenteState state) {
        return TestEntentes.act(QUEBEC, id + "-000001", state, suspend(wholeOf(QUEBEC)));
    }

    private EntenteState add(EntenteState state, Transition transition) {
        append(transition);
        return applied(state, transition);
    }

    private void append(Transition transition) {
        database.add(new Histories.Row(transition.jws(), transition.at()));
    }

    /** As {@link Ententes} does: only what comes after what is known. */
    private List<Recorded> read() {
        List<Recorded> known = histories.known(NAME);
        return read(known, database.subList(known.size(), database.size()));
    }

    private List<Recorded> readAll() {
        return read(List.of(), database);
    }

    private List<Recorded> read(List<Recorded> known, List<Histories.Row> rows) {
        fetched += rows.size();
        return histories.read(NAME, known, rows, texts);
    }
}
