package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.entente.protocols.federation.TestPolicies.assertConflict;
import static org.entente.protocols.federation.TestPolicies.merged;
import static org.entente.protocols.federation.TestPolicies.policy;

import org.entente.protocols.Requirement;
import org.junit.jupiter.api.Test;

/** Which operators may stand together, in one policy and in merged ones. OpenID Federation 1.0 §6.1.3.1. */
class PolicyCombinationTests {
    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.1 combination")
    void value_stands_with_others_that_it_meets() {
        assertTogether("'value':['a','b']", "'add':['a']");
        assertApart("'value':['a','b']", "'add':['c']");
        assertApart("'value':'a'", "'add':['a']");
        assertTogether("'value':'a'", "'default':'b'");
        assertApart("'value':null", "'default':'b'");
        assertTogether("'value':'a'", "'one_of':['a','b']");
        assertApart("'value':'c'", "'one_of':['a','b']");
        assertApart("'value':null", "'one_of':['a','b']");
        assertTogether("'value':['a']", "'subset_of':['a','b']");
        assertApart("'value':['c']", "'subset_of':['a','b']");
        assertTogether("'value':['a','b']", "'superset_of':['a']");
        assertApart("'value':['b']", "'superset_of':['a']");
        assertTogether("'value':'a'", "'essential':true");
        assertTogether("'value':null", "'essential':false");
        assertApart("'value':null", "'essential':true");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.2 combination")
    void add_stands_with_a_subset_that_has_it_and_never_with_one_of() {
        assertTogether("'add':['a']", "'default':['b']");
        assertTogether("'add':['a']", "'subset_of':['a','b']");
        assertApart("'add':['c']", "'subset_of':['a','b']");
        assertTogether("'add':['a']", "'superset_of':['b']");
        assertTogether("'add':['a']", "'essential':true");
        assertApart("'add':['a']", "'one_of':['a']");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.3 combination")
    void default_stands_with_everything_but_a_removed_value() {
        assertTogether("'default':'a'", "'one_of':['a']");
        assertTogether("'default':['a']", "'subset_of':['a']");
        assertTogether("'default':['a']", "'superset_of':['a']");
        assertTogether("'default':'a'", "'essential':true");
        assertApart("'default':'a'", "'value':null");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.4 combination")
    void one_of_stands_with_no_operator_of_arrays() {
        assertTogether("'one_of':['a']", "'essential':true");
        assertApart("'one_of':['a']", "'subset_of':['a']");
        assertApart("'one_of':['a']", "'superset_of':['a']");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.3.1.5 combination")
    void subset_of_has_all_that_superset_of_demands() {
        assertTogether("'subset_of':['a','b']", "'superset_of':['a']");
        assertTogether("'subset_of':['a']", "'superset_of':['a']");
        assertApart("'subset_of':['a']", "'superset_of':['a','b']");
        assertTogether("'subset_of':['a']", "'essential':true");
        assertTogether("'superset_of':['a']", "'essential':true");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.1.4.1 conflict")
    void what_two_merged_operators_become_is_looked_at_again() {
        assertConflict(() -> merged("'subset_of':['a','b'],'add':['b']", "'subset_of':['a','c']"));
        assertConflict(() -> merged("'subset_of':['a','b'],'superset_of':['a']", "'superset_of':['c']"));
    }

    private static void assertTogether(String one, String other) {
        assertThatNoException().isThrownBy(() -> policy(one + "," + other));
        assertThatNoException().isThrownBy(() -> merged(one, other));
        assertThatNoException().isThrownBy(() -> merged(other, one));
    }

    private static void assertApart(String one, String other) {
        assertConflict(() -> policy(one + "," + other));
        assertConflict(() -> merged(one, other));
        assertConflict(() -> merged(other, one));
    }
}
