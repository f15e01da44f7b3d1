package org.entente.checks.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.entente.checks.Lane;
import org.entente.checks.interop.Interop.Meeting;
import org.entente.node.TestProvinces;
import org.entente.node.keys.Keys;
import org.entente.node.verification.TestVisitor;
import org.entente.node.verification.TestWallet;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.DcqlMatch;
import org.entente.protocols.dcql.DcqlMatching;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.dcql.Holding;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The library {@code dcql} and our matching come to the same result, for our services' queries and for others. */
@ResourceLock(Lane.NODES)
@ExtendWith(Interop.class)
class QueriesTests {
    private static final long SEED = 20_261_122L;
    private static final int QUERIES = 800;
    private static final Pattern SERVICE = Pattern.compile("href=\"(/en/services/[a-z-]+)\"");
    private static final String STRANGER = "AAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final NodeJs node;
    private final TestProvinces provinces;

    QueriesTests(Meeting meeting) {
        this.node = meeting.node();
        this.provinces = meeting.provinces();
    }

    /** Whether a query can be answered, and what may be disclosed from which holding, by the query's id. */
    private record Judgement(boolean satisfied, Map<String, Map<Integer, Set<String>>> disclosed) {}

    @Test
    void each_services_query_is_met_by_its_attestation_and_by_nothing_less() {
        List<String> services = services();
        assertThat(services).isNotEmpty();
        for (String service : services) {
            ObjectNode query = query(service);
            JsonNode asked = query.path("credentials").path(0);
            String type = asked.at("/meta/vct_values/0").asString("");
            ObjectNode complete = claims(asked, asked.path("claims").size());
            ObjectNode short1 = claims(asked, asked.path("claims").size() - 1);
            assertThat(agreed(query, holding(type, authority(), complete)).satisfied())
                    .isTrue();
            assertThat(agreed(query, holding(type, authority(), short1)).satisfied())
                    .isFalse();
            assertThat(agreed(query, holding(type, STRANGER, complete)).satisfied())
                    .isFalse();
            assertThat(agreed(query, holding("urn:example:a:1", authority(), complete))
                            .satisfied())
                    .isFalse();
            assertThat(agreed(query, Json.newArray()).satisfied()).isFalse();
        }
    }

    @Test
    void queries_of_many_shapes_are_judged_alike() {
        TestQueries chance = new TestQueries(new Random(SEED));
        int satisfied = 0;
        for (int i = 0; i < QUERIES; i++) {
            satisfied += agreed(chance.query(), chance.holdings()).satisfied() ? 1 : 0;
        }
        assertThat(satisfied).as("answerable queries").isBetween(QUERIES / 5, QUERIES * 4 / 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'credentials': []}",
                "{'credentials': [{'id': 'a', 'meta': {'vct_values': ['t']}}]}",
                "{'credentials': [{'id': 'a b', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']}}]}",
                "{'credentials': [{'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']}},"
                        + " {'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']}}]}",
                "{'credentials': [{'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': 't'}}]}",
                "{'credentials': [{'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']},"
                        + " 'claims': []}]}",
                "{'credentials': [{'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']},"
                        + " 'claims': [{'path': []}]}]}",
                "{'credentials': [{'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']},"
                        + " 'claims': [{'path': ['n'], 'values': [{}]}]}]}",
                "{'credentials': [{'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']},"
                        + " 'claims': [{'path': [-1]}]}]}",
                "{'credentials': [{'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']},"
                        + " 'claims': [{'id': 'n', 'path': ['n']}], 'claim_sets': [['m']]}]}",
                "{'credentials': [{'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']},"
                        + " 'trusted_authorities': [{'type': 'aki', 'values': []}]}]}",
                "{'credentials': [{'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']}}],"
                        + " 'credential_sets': [{'options': [['b']]}]}",
                "{'credentials': [{'id': 'a', 'format': 'dc+sd-jwt', 'meta': {'vct_values': ['t']}}],"
                        + " 'credential_sets': [{'options': []}]}"
            })
    void what_is_no_query_is_refused_by_both(String text) {
        ObjectNode query = Json.object(text.replace('\'', '"'));
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> DcqlQuery.parse(query));
        ObjectNode with = Json.newObject().set("query", query);
        assertThat(node.ask("queries.accepts", with).booleanValue()).isFalse();
    }

    /** The judgement of both. */
    private Judgement agreed(ObjectNode query, ArrayNode holdings) {
        Judgement ours = ours(query, holdings);
        JsonNode library = node.ask("queries.judge", with(query, holdings));
        assertThat(library.path("satisfied").booleanValue())
                .as("%s of %s", query, holdings)
                .isEqualTo(ours.satisfied());
        ours.disclosed()
                .forEach((id, candidates) -> assertThat(disclosed(library.at("/matches/" + id)))
                        .as("%s in %s of %s", id, query, holdings)
                        .isEqualTo(candidates));
        return ours;
    }

    private static Judgement ours(ObjectNode query, ArrayNode holdings) {
        List<Holding> held = new ArrayList<>();
        for (JsonNode holding : holdings) {
            held.add(new Holding(
                    Integer.toString(held.size()),
                    "dc+sd-jwt",
                    holding.path("type").asString(""),
                    Set.of(holding.path("authority").asString("")),
                    (ObjectNode) holding.path("claims")));
        }
        return switch (DcqlMatching.match(DcqlQuery.parse(query), held)) {
            case DcqlMatch.Unsatisfied unsatisfied -> new Judgement(false, Map.of());
            case DcqlMatch.Satisfied satisfied -> {
                Map<String, Map<Integer, Set<String>>> disclosed = new TreeMap<>();
                satisfied.all().forEach(choice -> disclosed.put(choice.queryId(), disclosed(choice, held)));
                yield new Judgement(true, disclosed);
            }
        };
    }

    private static Map<Integer, Set<String>> disclosed(DcqlMatch.Choice choice, List<Holding> held) {
        Map<Integer, Set<String>> disclosed = new TreeMap<>();
        choice.candidates().forEach(candidate -> {
            int holding = Integer.parseInt(candidate.reference());
            Set<String> leaves = new TreeSet<>();
            candidate
                    .disclose()
                    .forEach(path -> leaves(path.in(held.get(holding).claims()), path.toJson(), leaves));
            disclosed.put(holding, leaves);
        });
        return disclosed;
    }

    private static void leaves(JsonNode value, ArrayNode path, Set<String> leaves) {
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                leaves(array.path(i), path.deepCopy().add(i), leaves);
            }
        } else if (value instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> leaves(member.getValue(), path.deepCopy().add(member.getKey()), leaves));
        } else {
            leaves.add(path.toString());
        }
    }

    private static Map<Integer, Set<String>> disclosed(JsonNode matches) {
        Map<Integer, Set<String>> disclosed = new TreeMap<>();
        for (JsonNode match : matches) {
            disclosed.put(
                    match.path("holding").intValue(),
                    new TreeSet<>(match.path("claims")
                            .valueStream()
                            .map(JsonNode::toString)
                            .toList()));
        }
        return disclosed;
    }

    private List<String> services() {
        return SERVICE.matcher(new TestVisitor(provinces.columbia())
                        .get("/en/services")
                        .body())
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
    }

    private ObjectNode query(String service) {
        URI link = URI.create(StrangersWallet.requestLink(new TestVisitor(provinces.columbia()), service));
        return TestWallet.fetch(
                        StrangersWallet.parameter(link, "client_id"),
                        URI.create(StrangersWallet.parameter(link, "request_uri")))
                .query()
                .toJson();
    }

    /** So many of the claims that are asked for, each with some value. */
    private static ObjectNode claims(JsonNode asked, int count) {
        ObjectNode claims = Json.newObject();
        for (int i = 0; i < count; i++) {
            ObjectNode at = claims;
            JsonNode path = asked.path("claims").path(i).path("path");
            for (int j = 0; j + 1 < path.size(); j++) {
                at = at.withObject("/" + path.path(j).asString(""));
            }
            at.put(path.path(path.size() - 1).asString(""), "Rimouski");
        }
        return claims;
    }

    private String authority() {
        return Certificates.keyIdentifier(provinces.quebec().bean(Keys.class).certificateAuthority());
    }

    private static ArrayNode holding(String type, String authority, ObjectNode claims) {
        ArrayNode holdings = Json.newArray();
        holdings.addObject().put("type", type).put("authority", authority).set("claims", claims);
        return holdings;
    }

    private static ObjectNode with(ObjectNode query, ArrayNode holdings) {
        ObjectNode with = Json.newObject();
        with.set("query", query);
        with.set("holdings", holdings);
        return with;
    }
}
