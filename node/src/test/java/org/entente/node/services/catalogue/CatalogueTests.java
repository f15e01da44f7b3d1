package org.entente.node.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Role;
import org.entente.node.kernel.Text;
import org.entente.node.services.ServicesSettings;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;

class CatalogueTests {
    private static final ClassPathResource ARRIVAL = new ClassPathResource("services/arrival.json");
    private static final Text BC = new Text("Colombie-Britannique", "British Columbia");
    private static final NodeIdentity NODE = new NodeIdentity(
            URI.create("https://british-columbia.example"),
            Role.GOVERNMENT,
            BC,
            new Jurisdiction("CA-BC", BC, Jurisdiction.Kind.PROVINCE),
            List.of(new Organisation("citizen-services", new Text("Services aux citoyens", "Citizen services"))));

    @Test
    @Requirement("OID4VP 1.0 §15.4.2 minimal")
    void the_shipped_service_asks_no_more_than_the_clause_of_the_entente_that_is_shipped_with_it() throws IOException {
        Procedure arrival = catalogue(ARRIVAL).find("arrival").orElseThrow();
        JsonNode clause = Json.object(new ClassPathResource("demo/entente.json").getContentAsByteArray())
                .path("clauses")
                .valueStream()
                .filter(each -> each.path("paragraph").asString("").equals("3.1"))
                .findFirst()
                .orElseThrow();
        JsonNode purpose = clause.path("purposes").path(0);

        assertThat(arrival.credentialType())
                .isEqualTo(clause.path("credential_type").asString());
        assertThat(arrival.purpose()).isEqualTo(purpose.path("id").asString());
        assertThat(arrival.subject().members().getLast())
                .isEqualTo(purpose.path("sector").asString());
        assertThat("CA-BC/" + arrival.organisation().id())
                .isEqualTo(clause.path("verifiers").path(0).asString());
        List<String> maximum = clause.path("maximum_claims")
                .valueStream()
                .map(claim -> claim.path("path").toString())
                .toList();
        assertThat(arrival.claims().stream().map(claim -> claim.toJson().toString()))
                .isSubsetOf(maximum);
    }

    @Test
    void refuses_a_text_in_one_language_only() {
        refuses("\"fr\": \"preuve d’identité d’une autre administration\",", "", "both languages");
    }

    @Test
    void refuses_a_service_that_does_not_ask_for_the_pseudonym_by_which_it_tells_people_apart() {
        refuses(
                "\"subject\": [\n    \"pseudonyms\",\n    \"ca-bc-arrival\"",
                "\"subject\": [\n    \"pseudonyms\",\n    \"ca-bc-taxes\"",
                "tells people apart");
    }

    @Test
    void refuses_a_service_that_tells_people_apart_by_anything_but_a_pseudonym() {
        refuses(
                "\"subject\": [\n    \"pseudonyms\",\n    \"ca-bc-arrival\"\n  ]",
                "\"subject\": [\n    \"name\"\n  ]",
                "by a pseudonym");
    }

    @Test
    void refuses_an_organisation_that_does_not_live_here() {
        refuses("\"citizen-services\"", "\"etat-civil\"", "no organisation");
    }

    @Test
    void refuses_a_member_that_it_does_not_know() {
        refuses("\"id\":", "\"colour\": \"blue\", \"id\":", "colour");
    }

    @Test
    void refuses_the_same_service_twice() {
        assertThatThrownBy(() -> catalogue(ARRIVAL, ARRIVAL)).hasMessageContaining("same id");
    }

    private static Catalogue catalogue(Resource... files) {
        return new Catalogue(new ServicesSettings(List.of(files)), NODE);
    }

    private static void refuses(String text, String instead, String why) {
        assertThatThrownBy(() -> {
                    String json = ARRIVAL.getContentAsString(StandardCharsets.UTF_8);
                    assertThat(json).contains(text);
                    byte[] changed = json.replace(text, instead).getBytes(StandardCharsets.UTF_8);
                    catalogue(new ByteArrayResource(changed));
                })
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(why);
    }
}
