package org.entente.node.agreements.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.RESIDENCE;
import static org.entente.node.agreements.TestEntentes.act;
import static org.entente.node.agreements.TestEntentes.citizenServices;
import static org.entente.node.agreements.TestEntentes.etatCivil;
import static org.entente.node.agreements.TestEntentes.heard;
import static org.entente.node.agreements.TestEntentes.suspend;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.net.URI;
import java.util.Random;
import java.util.Set;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Target.Direction;
import org.entente.protocols.dcql.ClaimPath;
import org.junit.jupiter.api.Test;

class PathsAndRulingsTests {
    private static final EntenteState IN_FORCE = TestEntentes.inForce();

    /** Generated questions: where nothing else is known to be wrong, path and ruling say the same. */
    @Test
    void a_path_holds_exactly_where_the_ruling_permits() {
        Random random = new Random(20260922);
        int permitted = 0;
        for (int i = 0; i < 2_000; i++) {
            Explanation explanation = ExplainOne.explain(
                    Subject.of(state(random)), randomly(random), new Moment(NOW, NOW), TestKnown.ALL);
            assertThat(explanation.holds()).isEqualTo(explanation.ruling() instanceof Ruling.Permitted);
            assertThat(explanation.fault().isPresent())
                    .as("whatever the ruling refuses has a fault of its own")
                    .isEqualTo(!explanation.holds());
            permitted += explanation.holds() ? 1 : 0;
        }
        assertThat(permitted).isBetween(50, 1_500);
    }

    private static EntenteState state(Random random) {
        Target target = new Target(
                one(random, "CA-QC", "CA-BC"),
                one(random, Direction.values()),
                one(random, Set.of(), Set.of(etatCivil()), Set.of(citizenServices())),
                one(random, Set.of(), Set.of(IDENTITY), Set.of(RESIDENCE)));
        TestGovernment by = target.party().equals("CA-BC") ? BRITISH_COLUMBIA : QUEBEC;
        return random.nextBoolean()
                ? IN_FORCE
                : IN_FORCE.overlaid(heard(act(by, "suspend-1", IN_FORCE, suspend(target))));
    }

    private static Question randomly(Random random) {
        URI verifier =
                one(random, citizenServices(), citizenServices(), etatCivil(), ONTARIO.entity(), QUEBEC.entity());
        String purpose = one(random, "arrival", "arrival", "civil-status-certificate", "fishing");
        String type = one(random, IDENTITY, RESIDENCE, "urn:other");
        URI issuer = one(random, etatCivil(), etatCivil(), citizenServices(), QUEBEC.organisation("parks"));
        String claim =
                one(random, "name", "birthdate", "address.locality", "pseudonyms.ca-bc-arrival", "place_of_birth");
        return new Question(verifier, purpose, type, issuer, Set.of(ClaimPath.of(claim.split("\\."))));
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }
}
