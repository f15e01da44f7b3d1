package org.entente.protocols.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is shown for paths that lead into arrays. */
class SdJwtPathTests {
    private final TestCredential test = new TestCredential();
    private final SdJwt credential = SdJwt.parse(test.issued());

    @Test
    @Requirement("OID4VP 1.0 §7 positions")
    void the_elements_that_a_path_selects_are_shown_and_no_others() {
        SdJwt second = credential.withOnly(List.of(ClaimPath.parse(Json.parse("[\"ca_names\", 1]"))));
        SdJwt all = credential.withOnly(List.of(ClaimPath.parse(Json.parse("[\"ca_names\", null, \"full\"]"))));

        assertThat(second.claims().path("ca_names")).hasToString("[{\"full\":\"ᐃᓄᒃᑎᑐᑦ\",\"lang\":\"iu\"}]");
        assertThat(second.disclosures()).hasSize(2);
        assertThat(all.claims().path("ca_names"))
                .isEqualTo(TestCredential.disclosable().path("ca_names"));
        for (String nowhere : List.of("[\"ca_names\", 2]", "[\"ca_names\", \"full\"]", "[\"titles\", null]")) {
            assertThat(credential
                            .withOnly(List.of(ClaimPath.parse(Json.parse(nowhere))))
                            .disclosures())
                    .isEmpty();
        }
    }

    @Test
    void an_element_without_what_is_asked_of_each_stays_hidden() {
        ObjectNode places = Json.object("{\"places\": [{\"name\": \"Gaspé\"}, {\"code\": \"QC\"}]}");
        SdJwt issued = SdJwt.parse(SdJwtIssuance.issue(test.issuer, test.plain(), places, 2, test.random));

        SdJwt chosen = issued.withOnly(List.of(ClaimPath.parse(Json.parse("[\"places\", null, \"name\"]"))));

        assertThat(chosen.claims().path("places")).hasToString("[{\"name\":\"Gaspé\"}]");
    }
}
