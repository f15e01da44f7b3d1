package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protocols.federation.TestFederation.COUNCIL;
import static org.entente.protocols.federation.TestFederation.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.federation.ChainVerdict.Broken;
import org.entente.protocols.federation.ChainVerdict.Step;
import org.entente.protocols.federation.ChainVerdict.Trusted;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What superiors demand, applied to a chain: an organisation, its node, a council. OpenID Federation 1.0 §6. */
class RulesOfSuperiorsTests {
    private static final int BY_NODE = 1;
    private static final int BY_COUNCIL = 2;

    private final TestFederation federation = new TestFederation();
    private final List<EntityStatement> chain = new ArrayList<>(federation.chain());

    RulesOfSuperiorsTests() {
        say(
                0,
                federation.organisation,
                claims ->
                        claims.set("metadata", object("{'tide_gauge':{'unit':'ft','harbours':['a','b']},'other':{}}")));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.4.1 order")
    void every_superior_narrows_what_the_one_above_left() {
        byCouncil("'metadata_policy':{'tide_gauge':{'harbours':{'subset_of':['a','b']}}}");
        byNode("'metadata_policy':{'tide_gauge':{'harbours':{'subset_of':['b','c']}}}");

        assertThat(gauge().path("harbours")).isEqualTo(Json.parse("[\"b\"]"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.4.1 conflict")
    void policies_that_conflict_break_the_chain_at_the_lower_one() {
        byCouncil("'metadata_policy':{'tide_gauge':{'unit':{'value':'m'}}}");
        byNode("'metadata_policy':{'tide_gauge':{'unit':{'value':'ft'}}}");

        assertThat(verify()).isEqualTo(new Broken(Step.POLICY, BY_NODE));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.4 error")
    void metadata_that_do_not_meet_the_policy_break_the_chain() {
        byCouncil("'metadata_policy':{'tide_gauge':{'unit':{'one_of':['m']}}}");

        assertThat(verify()).isEqualTo(new Broken(Step.POLICY, 0));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3.1.1 superior-metadata")
    void what_the_immediate_superior_states_wins_and_goes_before_the_policy() {
        byNode("'metadata':{'tide_gauge':{'unit':'m'},'unasked':{'a':1}},"
                + "'metadata_policy':{'tide_gauge':{'unit':{'one_of':['m']}}}");
        byCouncil("'metadata':{'tide_gauge':{'unit':'fathom'}}");

        assertThat(gauge().path("unit").asString()).isEqualTo("m");
        assertThat(trusted().metadata("unasked")).isEmpty();
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3.1.3 metadata_policy_crit")
    void refuses_a_critical_operator_that_nobody_here_understands() {
        byCouncil("'metadata_policy_crit':['regexp'],'metadata_policy':{'x':{'y':{'regexp':'a'}}}");

        assertThat(verify()).isEqualTo(new Broken(Step.POLICY_CRITICAL, BY_COUNCIL));
        assertThatThrownBy(() -> byNode("'metadata_policy_crit':[]")).isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> byNode("'metadata_policy_crit':['add']")).isInstanceOf(ProtocolError.class);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.2.1 max_path_length")
    void refuses_more_intermediates_than_a_superior_lets() {
        byNode("'constraints':{'max_path_length':0}");
        assertThat(verify()).isInstanceOf(Trusted.class);

        byCouncil("'constraints':{'max_path_length':1}");
        assertThat(verify()).isInstanceOf(Trusted.class);

        byCouncil("'constraints':{'max_path_length':0}");
        assertThat(verify()).isEqualTo(new Broken(Step.PATH_LENGTH, BY_COUNCIL));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.2.2 naming")
    void refuses_a_name_that_a_superior_does_not_let_stand_below_it() {
        byCouncil("'constraints':{'naming_constraints':{'permitted':['gaspe.example']}}");
        assertThat(verify()).isInstanceOf(Trusted.class);

        byCouncil("'constraints':{'naming_constraints':{'excluded':['gaspe.example']}}");
        assertThat(verify()).isEqualTo(new Broken(Step.NAMING, BY_COUNCIL));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.2 each")
    void the_constraints_of_each_superior_apply_on_their_own() {
        byCouncil("'constraints':{'allowed_entity_types':['tide_gauge']}");
        byNode("'constraints':{'allowed_entity_types':['other']}");

        assertThat(trusted().metadata()).isEqualTo(Json.newObject());
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.2.3 types")
    void types_that_are_not_allowed_are_gone_before_a_policy_could_demand_something_of_them() {
        byCouncil("'constraints':{'allowed_entity_types':['other']},"
                + "'metadata_policy':{'tide_gauge':{'depth':{'essential':true}}}");

        assertThat(trusted().metadata("tide_gauge")).isEmpty();
        assertThat(trusted().metadata("other")).isPresent();
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3.1.3 subordinate-only")
    void nobody_sets_rules_for_himself() {
        assertThatThrownBy(() -> say(
                        0,
                        federation.organisation,
                        claims -> claims.set("constraints", object("{'max_path_length':0}"))))
                .isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() ->
                        say(0, federation.organisation, claims -> claims.set("metadata_policy", object("{'a':{}}"))))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3.1.1 metadata")
    void refuses_metadata_that_are_null_or_no_objects() {
        for (String metadata : List.of("{'tide_gauge':{'unit':null}}", "{'tide_gauge':'m'}", "{'tide_gauge':null}")) {
            assertThatThrownBy(
                            () -> say(0, federation.organisation, claims -> claims.set("metadata", object(metadata))))
                    .isInstanceOf(ProtocolError.class);
        }
    }

    private void byNode(String members) {
        add(BY_NODE, federation.node, federation.byNode(), members);
    }

    private void byCouncil(String members) {
        add(BY_COUNCIL, federation.council, federation.byCouncil(), members);
    }

    private void add(int place, TestSigner signer, EntityStatement model, String members) {
        chain.set(place, model);
        say(place, signer, claims -> claims.setAll(object("{" + members + "}")));
    }

    private void say(int place, TestSigner signer, Consumer<ObjectNode> change) {
        ObjectNode claims = chain.get(place).content().toJson();
        change.accept(claims);
        chain.set(place, EntityStatement.parse(CompactJws.sign(signer, EntityStatement.TYPE, claims)));
    }

    private ObjectNode gauge() {
        return trusted().metadata("tide_gauge").orElseThrow();
    }

    private Trusted trusted() {
        assertThat(verify()).isInstanceOf(Trusted.class);
        return (Trusted) verify();
    }

    private ChainVerdict verify() {
        return TrustChain.verify(chain, COUNCIL, federation.councilKeys(), NOW);
    }

    private static ObjectNode object(String text) {
        return Json.object(text.replace('\'', '"'));
    }
}
