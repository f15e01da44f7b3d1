package org.entente.node.agreements.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestEntentes.wholeOf;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.frontier.FetchOutcome;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.frontier.MirroredVersion;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A record of somebody else's is read as far as it holds, and as long as anybody waits for it. */
class ReadWholeTests {
    private final Entente entente = TestEntentes.entente();
    private final List<Transition> history = new ArrayList<>();
    private final Publisher publisher = new Publisher();

    @Test
    void a_record_of_several_pages_is_read_to_its_end() {
        goOn(45);

        assertThat(read()).isInstanceOfSatisfying(ReadWhole.Read.Whole.class, whole -> {
            assertThat(whole.transitions()).hasSize(45);
            assertThat(whole.state().number()).isEqualTo(45);
        });
        assertThat(publisher.pages).isEqualTo(3);
    }

    @Test
    void a_record_without_end_is_given_up_when_the_time_is_over() {
        goOn(60);
        publisher.last = Optional.of(hundredThousandth());
        publisher.takes = Duration.ofSeconds(50);

        assertThat(read()).isEqualTo(new ReadWhole.Read.Refused("endless"));
        assertThat(publisher.pages).isEqualTo(3);
    }

    @Test
    void no_page_is_asked_for_after_one_that_does_not_hold() {
        goOn(60);
        publisher.last = Optional.of(hundredThousandth());
        history.set(25, history.get(24));

        assertThat(read()).isInstanceOf(ReadWhole.Read.Refused.class);
        assertThat(publisher.pages).isEqualTo(2);
    }

    @Test
    void a_page_that_does_not_come_leaves_it_incomplete() {
        goOn(20);
        publisher.last = Optional.of(hundredThousandth());

        assertThat(read()).isEqualTo(new ReadWhole.Read.Incomplete());
    }

    private ReadWhole.Read read() {
        return new ReadWhole(new ReadRecord(publisher), () -> publisher.clock).read(entente.id(), NOW);
    }

    private Transition hundredThousandth() {
        EntenteState far = TestEntentes.at(TestEntentes.inForce(), Transition.MAX_NUMBER - 1);
        return ordered(far, act(QUEBEC, "far-away", far, ActJson.withdraw()));
    }

    /** Québec stops its part and goes on, again and again. */
    private void goOn(int transitions) {
        Transition entry = TestEntentes.entryIntoForce(entente, QUEBEC, BRITISH_COLUMBIA);
        history.add(entry);
        EntenteState state = applied(EntenteState.of(entente), entry);
        while (history.size() < transitions) {
            String id = "%08d".formatted(history.size());
            SignedAct next = state.suspensions().isEmpty()
                    ? act(QUEBEC, id, state, suspend(wholeOf(QUEBEC)))
                    : act(
                            QUEBEC,
                            id,
                            state,
                            ActJson.lift(state.suspensions().keySet().iterator().next()));
            Transition transition = ordered(state, next);
            history.add(transition);
            state = applied(state, transition);
        }
    }

    /** Publishes the history, each page after a while. */
    private final class Publisher implements Mirror {
        private Optional<Transition> last = Optional.empty();
        private Duration takes = Duration.ZERO;
        private Instant clock = NOW;
        private int pages;

        @Override
        public FetchOutcome fetch(URI address, Instant now) {
            clock = clock.plus(takes);
            String path = address.getPath();
            int at = path.indexOf("/transitions/");
            Optional<ObjectNode> answer = at < 0 ? Optional.of(record()) : page(path.substring(at + 13));
            return answer.<FetchOutcome>map(json -> new FetchOutcome.Fetched(
                            new MirroredDocument(address, "application/json", Json.bytes(json), now)))
                    .orElseGet(() -> new FetchOutcome.Unavailable(FetchOutcome.Reason.values()[0]));
        }

        private ObjectNode record() {
            ObjectNode json = Signatures.none(entente)
                    .with(Signatures.sign(entente, QUEBEC))
                    .orElseThrow()
                    .toJson();
            json.putArray("earlier");
            return json.put("last", last.orElseGet(history::getLast).jws());
        }

        private Optional<ObjectNode> page(String number) {
            pages++;
            ObjectNode json = Json.newObject();
            ArrayNode transitions = json.putArray("transitions");
            history.stream()
                    .skip((Long.parseLong(number) - 1) * PublicRecord.PAGE)
                    .limit(PublicRecord.PAGE)
                    .forEach(transition -> transitions.add(transition.jws()));
            return transitions.isEmpty() ? Optional.empty() : Optional.of(json);
        }

        @Override
        public Optional<MirroredDocument> document(URI address) {
            return Optional.empty();
        }

        @Override
        public Optional<MirroredVersion> version(URI address) {
            return Optional.empty();
        }

        @Override
        public void refuse(URI address, String reason, Instant now) {
            throw new AssertionError("whoever asked journals it");
        }
    }
}
