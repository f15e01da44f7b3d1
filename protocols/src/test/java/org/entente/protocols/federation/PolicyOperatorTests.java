package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.protocols.federation.TestPolicies.applied;
import static org.entente.protocols.federation.TestPolicies.assertConflict;
import static org.entente.protocols.federation.TestPolicies.json;
import static org.entente.protocols.federation.TestPolicies.merged;
import static org.entente.protocols.federation.TestPolicies.policy;

import java.util.List;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.Test;

/** What each operator does, and what two of the same merge to. OpenID Federation 1.0 §6.1.3. */
class PolicyOperatorTests {
    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.1 value")
    void value_sets_the_parameter_whatever_it_was_and_null_removes_it() {
        assertThat(applied("'value':'a'", "'b'")).contains(json("'a'"));
        assertThat(applied("'value':['a',1]", "")).contains(json("['a',1]"));
        assertThat(applied("'value':false", "true")).contains(json("false"));
        assertThat(applied("'value':null", "'b'")).isEmpty();
        assertThat(applied("'value':null", "")).isEmpty();
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.1 merge")
    void two_values_merge_when_they_are_equal() {
        assertThat(merged("'value':{'a':1,'b':2}", "'value':{'b':2,'a':1}")).isEqualTo(json("{'value':{'a':1,'b':2}}"));
        assertThat(merged("'value':null", "'value':null")).isEqualTo(json("{'value':null}"));
        assertConflict(() -> merged("'value':'a'", "'value':'b'"));
        assertConflict(() -> merged("'value':['a','b']", "'value':['b','a']"));
        assertConflict(() -> merged("'value':null", "'value':'a'"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.2 add")
    void add_adds_what_is_not_there_yet_and_begins_what_is_absent() {
        assertThat(applied("'add':['b','c']", "['a','b']")).contains(json("['a','b','c']"));
        assertThat(applied("'add':['b']", "")).contains(json("['b']"));
        assertThat(applied("'add':[1]", "[2]")).contains(json("[2,1]"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.2 merge")
    void two_adds_merge_to_their_union() {
        assertThat(merged("'add':['a','b']", "'add':['b','c']")).isEqualTo(json("{'add':['a','b','c']}"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.3 default")
    void default_sets_what_is_absent_and_leaves_what_is_present() {
        assertThat(applied("'default':'a'", "")).contains(json("'a'"));
        assertThat(applied("'default':'a'", "'b'")).contains(json("'b'"));
        assertThat(applied("'default':true", "false")).contains(json("false"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.3 merge")
    void two_defaults_merge_when_they_are_equal() {
        assertThat(merged("'default':['a']", "'default':['a']")).isEqualTo(json("{'default':['a']}"));
        assertConflict(() -> merged("'default':'a'", "'default':'b'"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.4 one_of")
    void what_is_present_is_one_of_the_values() {
        assertThat(applied("'one_of':['a','b']", "'b'")).contains(json("'b'"));
        assertThat(applied("'one_of':[1,2]", "2")).contains(json("2"));
        assertThat(applied("'one_of':['a']", "")).isEmpty();
        assertConflict(() -> applied("'one_of':['a','b']", "'c'"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.4 merge")
    void two_one_ofs_merge_to_an_intersection_that_is_not_empty() {
        assertThat(merged("'one_of':['a','b','c']", "'one_of':['c','b']")).isEqualTo(json("{'one_of':['b','c']}"));
        assertConflict(() -> merged("'one_of':['a']", "'one_of':['b']"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.5 subset_of")
    void what_is_present_keeps_what_is_among_the_values_if_only_nothing() {
        assertThat(applied("'subset_of':['a','b','c']", "['a','e']")).contains(json("['a']"));
        assertThat(applied("'subset_of':['a','b','c']", "['d','e']")).contains(json("[]"));
        assertThat(applied("'subset_of':['a','b','c'],'essential':true", "['d','e']"))
                .contains(json("[]"));
        assertThat(applied("'subset_of':['a','b','c'],'essential':false", "")).isEmpty();
        assertConflict(() -> applied("'subset_of':['a','b','c'],'essential':true", ""));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.5 merge")
    void two_subset_ofs_merge_to_an_intersection_that_may_be_empty() {
        assertThat(merged("'subset_of':['a','b']", "'subset_of':['b','c']")).isEqualTo(json("{'subset_of':['b']}"));
        assertThat(merged("'subset_of':['a']", "'subset_of':['b']")).isEqualTo(json("{'subset_of':[]}"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.6 superset_of")
    void what_is_present_has_all_of_the_values() {
        assertThat(applied("'superset_of':['a']", "['b','a']")).contains(json("['b','a']"));
        assertThat(applied("'superset_of':['a']", "['a']")).contains(json("['a']"));
        assertThat(applied("'superset_of':['a']", "")).isEmpty();
        assertConflict(() -> applied("'superset_of':['a','b']", "['a']"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.6 merge")
    void two_superset_ofs_merge_to_their_union() {
        assertThat(merged("'superset_of':['a']", "'superset_of':['b','a']"))
                .isEqualTo(json("{'superset_of':['a','b']}"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.7 essential")
    void what_is_essential_is_present() {
        assertThat(applied("'essential':true", "{'a':1}")).contains(json("{'a':1}"));
        assertThat(applied("'essential':false", "")).isEmpty();
        assertConflict(() -> applied("'essential':true", ""));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.7 merge")
    void what_is_essential_for_one_superior_is_essential() {
        assertThat(merged("'essential':true", "'essential':false")).isEqualTo(json("{'essential':true}"));
        assertThat(merged("'essential':false", "'essential':true")).isEqualTo(json("{'essential':true}"));
        assertThat(merged("'essential':false", "'essential':false")).isEqualTo(json("{'essential':false}"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.8 scope")
    void scope_is_an_array_to_the_operators_and_a_text_in_the_result() {
        assertThat(applied("scope", policy("scope", "'subset_of':['openid','tides']"), "'openid email  tides'"))
                .contains(json("'openid tides'"));
        assertThat(applied("scope", policy("scope", "'default':'openid','superset_of':['openid']"), ""))
                .contains(json("'openid'"));
        assertThat(applied("scope", policy("scope", "'value':['a','b']"), "'c'"))
                .contains(json("'a b'"));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3 types")
    void refuses_an_operator_with_a_value_of_another_type() {
        for (String operators : List.of(
                "'add':'a'",
                "'add':['a',1]",
                "'add':[true]",
                "'one_of':'a'",
                "'subset_of':{'a':1}",
                "'superset_of':[null]",
                "'essential':'true'",
                "'essential':null",
                "'default':null")) {
            assertConflict(() -> policy(operators));
        }
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3 types")
    void refuses_a_parameter_of_another_type() {
        assertConflict(() -> applied("'add':['a']", "'a'"));
        assertConflict(() -> applied("'one_of':['a']", "['a']"));
        assertConflict(() -> applied("'one_of':['a']", "true"));
        assertConflict(() -> applied("'subset_of':['a']", "'a'"));
        assertConflict(() -> applied("'superset_of':['a']", "{'a':1}"));
    }
}
