package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** OpenID Federation 1.0 §6.2. */
class ConstraintsTests {
    @Test
    @Requirement("OpenID Federation 1.0 §6.2.1 max_path_length")
    void lets_so_many_intermediates_stand_between() {
        Constraints one = constraints("{'max_path_length':1}");

        assertThat(one.permitPath(0)).isTrue();
        assertThat(one.permitPath(1)).isTrue();
        assertThat(one.permitPath(2)).isFalse();
        assertThat(Constraints.NONE.permitPath(7)).isTrue();
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.2.2 naming")
    void a_name_with_a_period_before_it_means_the_hosts_below_and_no_other() {
        Constraints below = constraints("{'naming_constraints':{'permitted':['.example.com']}}");

        assertThat(permits(below, "https://host.example.com")).isTrue();
        assertThat(permits(below, "https://my.host.example.com/o/x")).isTrue();
        assertThat(permits(below, "https://HOST.Example.Com.")).isTrue();
        assertThat(permits(below, "https://example.com")).isFalse();
        assertThat(permits(below, "https://badexample.com")).isFalse();
        assertThat(permits(below, "https://host.example.com.evil.example")).isFalse();
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.2.2 naming")
    void a_name_without_means_one_host_and_what_is_excluded_is_not_permitted_again() {
        Constraints naming = constraints(
                "{'naming_constraints':{'permitted':['.example.com','perce.example'],'excluded':['east.example.com']}}");

        assertThat(permits(naming, "https://perce.example")).isTrue();
        assertThat(permits(naming, "https://port.perce.example")).isFalse();
        assertThat(permits(naming, "https://east.example.com")).isFalse();
        assertThat(permits(naming, "https://EAST.example.com.:8443/x")).isFalse();
        assertThat(permits(naming, "https://far.east.example.com")).isTrue();
        assertThat(permits(naming, "urn:example:com")).isFalse();
        assertThat(permits(constraints("{'naming_constraints':{'permitted':[]}}"), "https://a.example"))
                .isFalse();
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.2.3 types")
    void removes_the_types_that_are_not_allowed_and_never_the_federation_entity() {
        ObjectNode metadata = object("{'federation_entity':{},'openid_provider':{},'tide_gauge':{}}");

        assertThat(constraints("{'allowed_entity_types':['tide_gauge']}").permitted(metadata))
                .isEqualTo(object("{'federation_entity':{},'tide_gauge':{}}"));
        assertThat(constraints("{'allowed_entity_types':[]}").permitted(metadata))
                .isEqualTo(object("{'federation_entity':{}}"));
        assertThat(Constraints.NONE.permitted(metadata)).isEqualTo(metadata);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §6.2 unknown")
    void passes_over_what_it_does_not_know() {
        Constraints odd = constraints("{'max_tide_height':12}");

        assertThat(odd.permitPath(7)).isTrue();
        assertThat(permits(odd, "https://a.example")).isTrue();
    }

    @Test
    void refuses_what_is_malformed() {
        for (String claim : List.of(
                "{'max_path_length':-1}",
                "{'max_path_length':1.5}",
                "{'max_path_length':'1'}",
                "{'naming_constraints':[]}",
                "{'naming_constraints':{'permitted':'a.example'}}",
                "{'naming_constraints':{'excluded':['https://a.example']}}",
                "{'naming_constraints':{'excluded':['*.example']}}",
                "{'allowed_entity_types':'tide_gauge'}",
                "{'allowed_entity_types':['federation_entity']}")) {
            assertThatThrownBy(() -> constraints(claim)).as(claim).isInstanceOf(ProtocolError.class);
        }
    }

    private static boolean permits(Constraints constraints, String entity) {
        return constraints.permitName(URI.create(entity));
    }

    private static Constraints constraints(String claim) {
        return new Constraints(object(claim));
    }

    private static ObjectNode object(String text) {
        return Json.object(text.replace('\'', '"'));
    }
}
