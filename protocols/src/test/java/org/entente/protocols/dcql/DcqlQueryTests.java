package org.entente.protocols.dcql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DcqlQueryTests {
    @Test
    void writes_what_it_reads() {
        String text = """
                {"credentials":[{"id":"pid","format":"dc+sd-jwt","meta":{"vct_values":["urn:example:1"]},\
                "trusted_authorities":[{"type":"aki","values":["s9tIpPmhxdiuNkHMEWNpYim8S8Y"]}],\
                "claims":[{"id":"a","path":["name"]},{"id":"b","path":["addresses",null,"locality"],"values":["Lac",3,true]},{"path":["nationalities",1]}],\
                "claim_sets":[["a","b"],["a"]]}],\
                "credential_sets":[{"options":[["pid"]],"required":false}]}""";

        assertThat(Json.write(DcqlQuery.parse(Json.parse(text)).toJson())).isEqualTo(text);
    }

    @Test
    @Requirement("OID4VP 1.0 §6 unknown")
    void ignores_members_that_it_does_not_know() {
        DcqlQuery query = DcqlQuery.parse(Json.parse(
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"novelty\":1}],\"novelty\":{}}"));

        assertThat(query.credential("a")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"credentials\":[]}",
                "{\"credentials\":{}}",
                "{\"credentials\":[1]}",
                "{\"credentials\":[{\"id\":\"a\"}]}",
                "{\"credentials\":[{\"format\":\"f\",\"meta\":{}}]}",
                "{\"credentials\":[{\"id\":\"a b\",\"format\":\"f\",\"meta\":{}}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{}},{\"id\":\"a\",\"format\":\"f\",\"meta\":{}}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"multiple\":true}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"require_cryptographic_holder_binding\":false}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"claims\":[]}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"claims\":[{\"path\":[]}]}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"claims\":[{\"path\":[-1]}]}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"claims\":[{\"path\":[\"x\"],\"values\":[{}]}]}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"claims\":[{\"path\":[\"x\"]}],\"claim_sets\":[[\"b\"]]}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"trusted_authorities\":[{\"type\":\"aki\",\"values\":[]}]}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{}}],\"credential_sets\":[{\"options\":[[\"b\"]]}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{}}],\"credential_sets\":[{\"options\":[]}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"claim_sets\":[[\"b\"]]}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"claims\":[{\"id\":\"b c\",\"path\":[\"x\"]}]}]}",
                "{\"credentials\":[{\"id\":\"a\",\"format\":\"f\",\"meta\":{},\"claims\":"
                        + "[{\"id\":\"b\",\"path\":[\"x\"]},{\"id\":\"b\",\"path\":[\"y\"]}]}]}"
            })
    @Requirement("OID4VP 1.0 §6.1 id")
    @Requirement("OID4VP 1.0 §6.1 format")
    @Requirement("OID4VP 1.0 §6.1 multiple")
    @Requirement("OID4VP 1.0 §6.1 holder-binding")
    @Requirement("OID4VP 1.0 §6.2 options")
    @Requirement("OID4VP 1.0 §6.3 id")
    @Requirement("OID4VP 1.0 §6.3 path")
    @Requirement("OID4VP 1.0 §6.4.1 sets-need-claims")
    void refuses_a_malformed_query(String text) {
        assertThatThrownBy(() -> DcqlQuery.parse(Json.parse(text))).isInstanceOf(ProtocolError.class);
    }

    @Property(tries = 300)
    void no_text_breaks_the_reader(@ForAll String id, @ForAll List<String> path) {
        var query = Json.newObject();
        var credential = query.putArray("credentials").addObject().put("id", id).put("format", "dc+sd-jwt");
        var segments = credential.putArray("claims").addObject().putArray("path");
        path.forEach(segments::add);
        try {
            assertThat(DcqlQuery.parse(query).toJson().path("credentials")).hasSize(1);
        } catch (ProtocolError e) {
            assertThat(e.code()).isEqualTo("invalid_request");
        }
    }
}
