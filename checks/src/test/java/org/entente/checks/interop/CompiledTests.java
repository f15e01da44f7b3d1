package org.entente.checks.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.checks.Lane;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.document.Clause;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** What an entente is compiled to, read by {@code jsonld} with the context of ODRL, and by {@code @owf/eudi-lote}. */
@ResourceLock(Lane.NODES)
@ExtendWith(Interop.class)
class CompiledTests {
    private final NodeJs node;
    private final TestNode quebec;

    CompiledTests(Meeting meeting) {
        this.node = meeting.node();
        this.quebec = meeting.provinces().quebec();
    }

    @Test
    void the_odrl_agreement_says_the_same_to_a_reader_that_knows_odrl_and_json_ld_alone() {
        JsonNode read = node.ask(
                "compiled.odrl",
                Json.newObject().put("address", address("odrl")).put("operand", "urn:entente:odrl:1:claims"));

        assertThat(read.path("unknown")).as("terms that ODRL does not know").isEmpty();
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (JsonNode one : read.path("allowed")) {
            String number = one.path("clause").asString("").replaceAll(".*#([0-9.]+)-.*", "$1");
            allowed.put(
                    number,
                    one.path("values").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
        }
        assertThat(allowed).isEqualTo(maximumClaims());
    }

    @Test
    void the_list_of_trusted_entities_lacks_nothing_but_what_an_entente_does_not_know() {
        JsonNode read = node.ask(
                "compiled.trustList",
                Json.newObject()
                        .put("address", address("trust-list"))
                        .put("publisher", quebec.origin().toString()));

        assertThat(read.path("entities").intValue()).isEqualTo(2);
        assertThat(read.path("objections").valueStream())
                .extracting(path -> path.asString("").replaceAll(".*\\.", ""))
                .as("of a postal address, which TS 119 602 leaves out where there is none")
                .containsOnly("Locality", "PostalCode");
    }

    private String address(String output) {
        return quebec.origin() + "/ententes/" + TestParties.NAME + "/" + output;
    }

    private Map<String, Set<String>> maximumClaims() {
        return TestParties.held(quebec)
                .entente()
                .clauses(Clause.Recognise.class)
                .collect(Collectors.toMap(
                        Clause::number,
                        clause -> clause.maximumClaims().stream()
                                .map(ClaimPath::toJson)
                                .map(Json::write)
                                .collect(Collectors.toSet())));
    }
}
