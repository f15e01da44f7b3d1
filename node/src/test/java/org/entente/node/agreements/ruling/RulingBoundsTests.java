package org.entente.node.agreements.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.citizenServices;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestEntentes.etatCivil;
import static org.entente.node.agreements.TestEntentes.inForce;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.agreements.life.EntenteState;
import org.entente.protocols.dcql.ClaimPath;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What no clause can permit, however widely it is written. */
class RulingBoundsTests {
    private static final ClaimPath NAME = ClaimPath.of("name");

    @Test
    void a_service_asks_for_the_pseudonym_of_its_own_sector_alone_whatever_the_clause_allows() {
        EntenteState broad = inForce(
                entente(draft -> draft.path("clauses").forEach(clause -> {
                    if (clause.path("maximum_claims") instanceof ArrayNode claims) {
                        claims.addObject().putArray("path").add("pseudonyms");
                    }
                })),
                QUEBEC,
                BRITISH_COLUMBIA);

        List<HeldEntente> held = List.of(HeldEntente.known(broad));
        assertThat(Rulings.rule(question(ClaimPath.of("pseudonyms", "ca-bc-arrival")), held, NOW))
                .isInstanceOf(Ruling.Permitted.class);
        for (ClaimPath other : List.of(
                ClaimPath.of("pseudonyms"),
                ClaimPath.of("pseudonyms", "ca-qc-civil-status"),
                ClaimPath.of("pseudonyms", "ca-bc-arrival", "x"))) {
            Question asked = question(NAME, other);
            assertRefused(Rulings.rule(asked, held, NOW), RulingStep.CLAIMS);
            assertRefused(Rulings.rule(asked.asking(), held, NOW), RulingStep.CLAIMS);
        }
    }

    @Test
    void an_entente_permits_nothing_that_was_signed_under_an_authority_that_another_pins() {
        X509Certificate ours = QUEBEC.facts().credentialAuthority();
        X509Certificate another = NUNAVUT.facts().credentialAuthority();
        ObjectNode draft = TestEntentes.draft().put("id", QUEBEC.entity() + "/ententes/narrow");
        Entente narrow = Draft.complete(
                draft,
                QUEBEC.entity(),
                Map.of(
                        QUEBEC.entity(),
                        new PartyFacts(
                                QUEBEC.facts().jurisdiction(), QUEBEC.facts().keys(), another),
                        BRITISH_COLUMBIA.entity(),
                        BRITISH_COLUMBIA.facts()));
        EntenteState suspended = EntenteState.of(narrow);
        List<HeldEntente> both = List.of(HeldEntente.known(suspended), HeldEntente.known(inForce()));
        Question question = question(NAME);

        assertThat(Rulings.rule(question, ours, both, NOW)).isInstanceOf(Ruling.Permitted.class);
        assertRefused(Rulings.rule(question, another, both, NOW), RulingStep.IN_FORCE);
    }

    private static Question question(ClaimPath... claims) {
        return new Question(citizenServices(), "arrival", IDENTITY, etatCivil(), Set.of(claims));
    }

    private static void assertRefused(Ruling ruling, RulingStep step) {
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.step()).isEqualTo(step));
    }
}
