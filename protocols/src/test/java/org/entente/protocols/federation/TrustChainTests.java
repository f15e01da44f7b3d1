package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.protocols.federation.TestFederation.COUNCIL;
import static org.entente.protocols.federation.TestFederation.NODE;
import static org.entente.protocols.federation.TestFederation.NOW;
import static org.entente.protocols.federation.TestFederation.ORGANISATION;
import static org.entente.protocols.federation.TestFederation.configuration;
import static org.entente.protocols.federation.TestFederation.keys;
import static org.entente.protocols.federation.TestFederation.statement;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entente.protocols.Requirement;
import org.entente.protocols.federation.ChainVerdict.Broken;
import org.entente.protocols.federation.ChainVerdict.Step;
import org.entente.protocols.federation.ChainVerdict.Trusted;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** OpenID Federation 1.0 §4 and §10.2. */
class TrustChainTests {
    private final TestFederation federation = new TestFederation();

    @Test
    @Requirement("OpenID Federation 1.0 §4 order")
    void trusts_a_chain_to_the_anchor() {
        ChainVerdict verdict = verify(federation.chain());

        assertThat(verdict).isInstanceOfSatisfying(Trusted.class, trusted -> {
            assertThat(trusted.entity().subject()).isEqualTo(ORGANISATION);
            assertThat(trusted.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
        });
    }

    @Test
    void trusts_a_chain_whose_last_statement_is_the_anchors_about_its_subordinate() {
        assertThat(verify(federation.chain().subList(0, 3))).isInstanceOf(Trusted.class);
    }

    @Test
    void trusts_an_anchor_alone() {
        assertThat(verify(List.of(federation.ofCouncil()))).isInstanceOf(Trusted.class);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §10.4 lifetime")
    void ends_when_its_first_statement_ends() {
        List<EntityStatement> chain = with(
                1, statement(NODE, ORGANISATION, federation.organisation, federation.node, NOW, NOW.plusSeconds(30)));

        assertThat(verify(chain))
                .isInstanceOfSatisfying(
                        Trusted.class,
                        trusted -> assertThat(trusted.expiresAt()).isEqualTo(NOW.plusSeconds(30)));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §4 keys")
    void refuses_a_foreign_key_at_every_place() {
        TestSigner foreign = TestSigner.create();

        assertBroken(with(0, configuration(ORGANISATION, foreign)), Step.SIGNATURE, 0);
        assertBroken(with(1, statement(NODE, ORGANISATION, federation.organisation, foreign)), Step.SIGNATURE, 1);
        assertBroken(with(2, statement(COUNCIL, NODE, federation.node, foreign)), Step.SIGNATURE, 2);
        assertBroken(with(3, configuration(COUNCIL, foreign)), Step.SIGNATURE, 2);
    }

    @Test
    void refuses_a_configuration_that_the_entity_did_not_sign_itself() {
        EntityStatement signedByAnother =
                statement(ORGANISATION, ORGANISATION, federation.organisation, federation.node);

        assertBroken(with(0, signedByAnother), Step.SIGNATURE, 0);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §4 keys")
    void refuses_an_anchor_whose_keys_are_not_those_we_know() {
        ChainVerdict verdict = TrustChain.verify(federation.chain(), COUNCIL, keys(TestSigner.create()), NOW);

        assertThat(verdict).isEqualTo(new Broken(Step.SIGNATURE, 3));
    }

    @Test
    void refuses_a_chain_to_another_anchor() {
        ChainVerdict verdict = TrustChain.verify(
                federation.chain(), URI.create("https://perce.example"), federation.councilKeys(), NOW);

        assertThat(verdict).isEqualTo(new Broken(Step.ANCHOR, 3));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §10.2 validation")
    @Requirement("OpenID Federation 1.0 §4 order")
    void refuses_a_statement_about_or_by_somebody_else() {
        URI other = URI.create("https://tadoussac.example");

        assertBroken(with(1, statement(NODE, other, federation.organisation, federation.node)), Step.LINK, 1);
        assertBroken(with(1, statement(other, ORGANISATION, federation.organisation, federation.node)), Step.LINK, 2);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §10.2 validation")
    void refuses_a_statement_that_ended_or_has_not_begun() {
        assertBroken(
                with(2, statement(COUNCIL, NODE, federation.node, federation.council, NOW.minusSeconds(60), NOW)),
                Step.EXPIRED,
                2);
        assertBroken(
                with(
                        2,
                        statement(
                                COUNCIL,
                                NODE,
                                federation.node,
                                federation.council,
                                NOW.plusSeconds(61),
                                NOW.plusSeconds(90))),
                Step.NOT_YET,
                2);
    }

    @Test
    void refuses_a_loop() {
        List<EntityStatement> loop = List.of(
                federation.ofOrganisation(),
                federation.byNode(),
                statement(ORGANISATION, NODE, federation.node, federation.organisation),
                federation.byNode(),
                federation.byCouncil());

        assertBroken(loop, Step.LOOP, 2);
    }

    @Test
    void refuses_a_configuration_in_the_middle_and_a_chain_that_does_not_begin_with_one() {
        assertBroken(with(1, configuration(NODE, federation.node)), Step.KIND, 1);
        assertBroken(federation.chain().subList(1, 4), Step.KIND, 0);
    }

    @Test
    void refuses_no_chain_and_one_that_is_too_long() {
        assertBroken(List.of(), Step.LENGTH, 0);
        assertBroken(Collections.nCopies(TrustChain.MAX_LENGTH + 1, federation.ofCouncil()), Step.LENGTH, 0);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3.1.1 crit")
    void refuses_a_critical_claim_that_nobody_here_understands() {
        ObjectNode claims = federation.byCouncil().content().toJson();
        claims.putArray("crit").add("tide_table");

        assertBroken(with(2, signed(claims)), Step.CRITICAL, 2);
    }

    private EntityStatement signed(ObjectNode claims) {
        return EntityStatement.parse(
                CompactJws.sign(federation.council, EntityStatement.TYPE, Json.object(Json.bytes(claims))));
    }

    private List<EntityStatement> with(int index, EntityStatement statement) {
        List<EntityStatement> chain = new ArrayList<>(federation.chain());
        chain.set(index, statement);
        return chain;
    }

    private ChainVerdict verify(List<EntityStatement> chain) {
        return TrustChain.verify(chain, COUNCIL, federation.councilKeys(), NOW);
    }

    private void assertBroken(List<EntityStatement> chain, Step step, int index) {
        assertThat(verify(chain)).isEqualTo(new Broken(step, index));
    }
}
