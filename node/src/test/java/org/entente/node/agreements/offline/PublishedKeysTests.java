package org.entente.node.agreements.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.accession;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whose keys the published files of an entente pin, with what happened since its first text was signed. */
class PublishedKeysTests {
    private final Entente entente = TestEntentes.entente();
    private final Transition entry = TestEntentes.entryIntoForce(entente, QUEBEC, BRITISH_COLUMBIA);
    private final EntenteState inForce = TestEntentes.applied(EntenteState.of(entente), entry);
    private final SignedAct accession = act(ONTARIO, "accede-1", inForce, accession(ONTARIO));
    private final Transition joined = ordered(inForce, accession, approval(QUEBEC), approval(BRITISH_COLUMBIA));

    @Test
    void who_acceded_is_pinned_by_the_transition_that_all_parties_approved() throws Unsound {
        Map<URI, List<PublicJwk>> keys = keys(entry, joined);

        assertThat(keys.get(ONTARIO.entity()))
                .containsExactlyElementsOf(ONTARIO.facts().keys().keys());
        assertThat(keys.get(QUEBEC.entity()))
                .containsExactlyElementsOf(QUEBEC.facts().keys().keys());
    }

    @Test
    void who_acceded_and_took_other_keys_is_pinned_by_both() throws Unsound {
        EntenteState three = applied(inForce, joined);
        Jwks fresh = NUNAVUT.facts().keys();
        Transition rolled = ordered(three, act(ONTARIO, "rollover-1", three, ActJson.rollOver(fresh)));

        assertThat(keys(entry, joined, rolled).get(ONTARIO.entity()))
                .containsAll(fresh.keys())
                .containsAll(ONTARIO.facts().keys().keys());
    }

    @Test
    void an_accession_that_somebody_did_not_approve_pins_nothing() {
        Transition alone = ordered(inForce, accession, approval(QUEBEC));

        assertThatThrownBy(() -> keys(entry, alone))
                .isInstanceOf(Unsound.class)
                .hasMessage(Unsound.Why.TRANSITION_REFUSED.code());
    }

    private SignedAct approval(TestGovernment by) {
        return act(by, "approve-1", inForce, ActJson.approve(accession.hash()));
    }

    private Map<URI, List<PublicJwk>> keys(Transition... transitions) throws Unsound {
        ObjectNode page = Json.newObject();
        ArrayNode array = page.putArray("transitions");
        List.of(transitions).forEach(transition -> array.add(transition.jws()));
        ObjectNode record = Signatures.none(entente)
                .with(Signatures.sign(entente, QUEBEC))
                .flatMap(one -> one.with(Signatures.sign(entente, BRITISH_COLUMBIA)))
                .orElseThrow()
                .toJson();
        record.putArray("earlier");
        Transition last = List.of(transitions).getLast();
        record.put("number", last.number()).put("last", last.jws()).put("astray", false);
        return PublishedFiles.read(List.of(Json.bytes(record), Json.bytes(page)))
                .keysAt(NOW);
    }
}
