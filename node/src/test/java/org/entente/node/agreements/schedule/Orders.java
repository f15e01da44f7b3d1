package org.entente.node.agreements.schedule;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Ready;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import tools.jackson.databind.node.ObjectNode;

/** What a government may order next: as the depositary whatever is ready, as another that it takes the depositary's place. */
record Orders(Desk desk) {
    Optional<Transition> ready() {
        return desk.us.key().equals(depositary())
                ? entry().or(() -> acts(act -> !(act.act() instanceof Act.Entrust)))
                : acts(act -> act.entrusts(desk.us.key()));
    }

    String depositary() {
        return desk.state.map(chain -> chain.depositary().key()).orElse(TestGovernment.QUEBEC.key());
    }

    private Optional<Transition> acts(Predicate<SignedAct> which) {
        return desk.state.flatMap(
                chain -> Ready.next(chain, desk.pending.stream().filter(which).toList(), desk.now)
                        .map(acts -> Transition.order(desk.us, chain, new Transition.Content.Acts(acts), desk.now)));
    }

    private Optional<Transition> entry() {
        return desk.talks
                .onTable()
                .filter(text -> signatures(text).size() == text.parties().size())
                .map(text -> {
                    var complete = Signatures.none(text);
                    for (ObjectNode signature : signatures(text).values()) {
                        complete = complete.with(signature).orElseThrow();
                    }
                    EntenteState before = desk.state.orElseGet(() -> EntenteState.of(text));
                    return Transition.enter(desk.us, before, text, complete.elements(), desk.now);
                })
                .filter(transition -> desk.state.isEmpty()
                        || desk.state
                                        .get()
                                        .apply(transition, hash -> Optional.ofNullable(desk.texts.get(hash)), desk.now)
                                instanceof Verdict.Applied);
    }

    private Map<String, ObjectNode> signatures(Entente text) {
        return desk.signatures.getOrDefault(text.hash(), Map.of());
    }
}
