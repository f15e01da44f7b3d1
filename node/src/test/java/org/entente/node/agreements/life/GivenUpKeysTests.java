package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.accession;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.applied;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestEntentes.ordered;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.util.List;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.junit.jupiter.api.Test;

/** British Columbia has other keys, and its former key is taken by a roll-over, a newcomer and a next version. */
class GivenUpKeysTests {
    private static final TestGovernment NEW_KEYS = TestGovernment.at(BRITISH_COLUMBIA.entity(), "CA-BC", "C.-B.");

    @Test
    void a_key_that_a_party_gave_up_is_nobody_elses() {
        EntenteState state = inForce();
        EntenteState rolled = applied(
                state,
                ordered(
                        state,
                        act(
                                BRITISH_COLUMBIA,
                                "roll-over0",
                                state,
                                ActJson.rollOver(NEW_KEYS.facts().keys()))));
        assertThat(rolled.member("CA-BC").orElseThrow().everKeys())
                .containsExactly(BRITISH_COLUMBIA.publicKey(), NEW_KEYS.publicKey());
        SignedAct taken = act(
                QUEBEC,
                "roll-over2",
                rolled,
                ActJson.rollOver(QUEBEC.claiming(BRITISH_COLUMBIA).facts().keys()));
        assertThat(rolled.objection(taken, List.of(), NOW)).contains(Rejection.KEYS_TAKEN);
        TestGovernment newcomer = ONTARIO.claiming(BRITISH_COLUMBIA);
        assertThat(rolled.objection(act(newcomer, "accede-1", rolled, accession(newcomer)), List.of(), NOW))
                .contains(Rejection.ALREADY_BOUND);
        Entente next = SuccessionTests.next(rolled, json -> {
            json.withObject("/parties/0")
                    .set(
                            "keys",
                            QUEBEC.claiming(BRITISH_COLUMBIA).facts().keys().toJson());
            json.withObject("/parties/1").set("keys", NEW_KEYS.facts().keys().toJson());
        });
        SuccessionTests.assertRejected(Rejection.NOT_THE_NEXT_VERSION, rolled, next, QUEBEC, NEW_KEYS);
    }
}
