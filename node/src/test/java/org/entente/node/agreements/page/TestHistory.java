package org.entente.node.agreements.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Events;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.held.Standing;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a node holds of an entente to which every government may accede by itself: one transition a day. */
public final class TestHistory {
    static final Instant START = Instant.parse("2026-09-01T12:00:00Z");

    private final Map<String, Entente> texts = new LinkedHashMap<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private final List<Events.Event> events = new ArrayList<>();
    private TestGovernment depositary = TestGovernment.QUEBEC;
    private Entente text;
    private EntenteState state;
    private Signatures signatures;

    private TestHistory(Entente text) {
        this.text = text;
        this.state = EntenteState.of(text);
        this.signatures = Signatures.none(text);
    }

    /** The demo's entente between Québec and British Columbia, in force. */
    public static TestHistory begun() {
        return begun(draft -> {});
    }

    static TestHistory begun(Consumer<ObjectNode> change) {
        Entente first = TestEntentes.entente(draft -> {
            draft.withObject("/accession").put("approval", "open");
            change.accept(draft);
        });
        TestHistory history = new TestHistory(first);
        history.enter(first, TestGovernment.QUEBEC, TestGovernment.BRITISH_COLUMBIA);
        return history;
    }

    /** When the next transition is ordered. */
    Instant today() {
        return START.plus(Duration.ofDays(recorded.size()));
    }

    EntenteState state() {
        return state;
    }

    /** The next version: between all who stay, under their keys as pinned, with something changed. */
    Entente next(Consumer<ObjectNode> change) {
        ObjectNode json = state.entente()
                .json()
                .put("version", state.entente().version() + 1)
                .put("supersedes", state.entente().hash());
        change.accept(json);
        return Entente.parse(json);
    }

    void enter(Entente next, TestGovernment... signatories) {
        ArrayNode elements = Json.newArray();
        signatures = Signatures.none(next, state.pinned(next));
        for (TestGovernment one : signatories) {
            ObjectNode element = Signatures.sign(next, one);
            elements.add(element);
            signatures = signatures.with(element).orElseThrow();
        }
        text = next;
        texts.put(next.hash(), next);
        take(Transition.enter(depositary, state, next, elements, today()));
    }

    public SignedAct act(TestGovernment by, ActJson.Written written) {
        return act(List.of(by), written);
    }

    /** The act by which the others act too. */
    SignedAct act(List<TestGovernment> all, ActJson.Written written) {
        String id = "act-" + (10_000 + recorded.size());
        List<SignedAct> acts = all.stream()
                .map(by -> TestEntentes.sign(by, id, state, by.key(), today(), written))
                .toList();
        take(Transition.order(depositary, state, new Transition.Content.Acts(acts), today()));
        return acts.getFirst();
    }

    /** A party's keys in place of those that it has; of the depositary, it orders under them from then on. */
    void rollOver(TestGovernment from, TestGovernment to) {
        act(from, ActJson.rollOver(to.facts().keys()));
        depositary = from == depositary ? to : depositary;
    }

    void event(Events.What what, TestGovernment by, Entente about, Instant at) {
        events.add(new Events.Event(what, by.key(), about.version(), about.hash(), at));
    }

    public Held held() {
        return held(Set.copyOf(state.members().keySet()), Map.of());
    }

    /** A text that nobody has signed yet. */
    static Held proposed(Consumer<ObjectNode> change) {
        Entente text = TestEntentes.entente(change);
        return new TestHistory(text).held();
    }

    private Held held(Set<String> confirmed, Map<String, Standing> standings) {
        return new Held(
                text,
                Part.SIGNED,
                events,
                signatures,
                recorded,
                state,
                Optional.empty(),
                texts,
                List.of(),
                confirmed,
                Set.of(),
                standings);
    }

    /** The same, where a party has shown a transition that did not come here. */
    Held heldBehind(TestGovernment ahead) {
        return held(held().confirmed(), Map.of(ahead.key(), new Standing(recorded.size() + 1, "A", today(), false)));
    }

    /** The same, where the keys of these have not been compared with those that they publish. */
    Held heldWithout(String... unconfirmed) {
        return held(
                state.members().keySet().stream()
                        .filter(key -> !Set.of(unconfirmed).contains(key))
                        .collect(Collectors.toSet()),
                Map.of());
    }

    private void take(Transition transition) {
        switch (state.apply(transition, hash -> Optional.ofNullable(texts.get(hash)), today())) {
            case Verdict.Applied(EntenteState next) -> {
                recorded.add(new Recorded(transition, today(), next));
                state = next;
            }
            case Verdict.Rejected(var reason) -> throw new AssertionError(reason);
        }
    }
}
