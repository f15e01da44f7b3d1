package org.entente.node.agreements.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Rulings;
import org.entente.node.kernel.Text;
import org.entente.node.trust.MarkGrant;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The demo's entente, in the forms that others' software understands. Keys and hashes differ from run to run. */
class CompileTests {
    private static final Path GOLDEN = Path.of("src/test/resources/agreements/compiled");
    private static final Instant REVIEW = Instant.parse("2029-12-01T00:00:00Z");

    private final HeldEntente held = held(TestEntentes.inForce());

    @Test
    void every_party_bears_a_mark_that_ends_by_the_review() {
        URI entente = held.state().entente().id();

        assertThat(CompileMarks.of(held, NOW))
                .containsExactlyInAnyOrder(
                        new MarkGrant(entente, QUEBEC.entity(), REVIEW, entente),
                        new MarkGrant(entente, BRITISH_COLUMBIA.entity(), REVIEW, entente));
    }

    @Test
    void the_marks_are_as_they_were_agreed() throws IOException {
        ArrayNode marks = Json.newArray();
        CompileMarks.of(held, NOW).stream()
                .sorted(Comparator.comparing(MarkGrant::subject))
                .forEach(grant -> marks.addObject()
                        .put("trust_mark_type", grant.markType().toString())
                        .put("sub", grant.subject().toString())
                        .put("exp", grant.until().getEpochSecond())
                        .put("ref", grant.reference().toString()));
        assertGolden("trust-marks.json", marks);
    }

    @Test
    void a_party_of_which_a_whole_part_is_suspended_bears_none() {
        for (Target.Direction direction : Target.Direction.values()) {
            HeldEntente suspended = suspended(new Target("CA-BC", direction, Set.of(), Set.of()));

            assertThat(CompileMarks.of(suspended, NOW))
                    .extracting(MarkGrant::subject)
                    .containsExactly(QUEBEC.entity());
        }
    }

    @Test
    void nobody_bears_a_mark_of_what_is_out_of_step_or_not_in_force() {
        assertThat(CompileMarks.of(new HeldEntente(held.state(), false, Set.of(), Instant.MAX), NOW))
                .isEmpty();
        assertThat(CompileMarks.of(held(EntenteState.of(TestEntentes.entente())), NOW))
                .isEmpty();
        assertThat(CompileMarks.of(new HeldEntente(held.state(), true, Set.of("CA-BC"), Instant.MAX), NOW))
                .hasSize(1);
    }

    @Test
    void the_list_of_trusted_issuers_is_as_it_was_agreed() throws IOException {
        assertGolden("trust-list.json", list(held));
    }

    @Test
    void who_is_suspended_is_not_in_the_list() {
        HeldEntente without = suspended(new Target(
                "CA-QC", Target.Direction.ISSUANCE, Set.of(TestEntentes.etatCivil()), Set.of(TestEntentes.RESIDENCE)));

        assertThat(Json.write(CompileTrustList.entities(held, NOW))).contains(TestEntentes.RESIDENCE);
        assertThat(Json.write(CompileTrustList.entities(without, NOW)))
                .doesNotContain(TestEntentes.RESIDENCE)
                .contains(TestEntentes.IDENTITY);
    }

    @Test
    void a_verifiers_queries_are_the_most_that_it_may_ask() throws IOException {
        var policy = CompilePolicy.of(List.of(held), TestEntentes.citizenServices(), NOW);

        assertGolden("metadata-policy.json", policy.toJson());
        assertThat(CompilePolicy.of(List.of(held), QUEBEC.organisation("other"), NOW)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void the_queries_that_a_wallet_finds_are_as_they_were_agreed() throws IOException {
        ArrayNode queries = Json.newArray();
        CompileQueries.of(held, TestEntentes.citizenServices(), NOW).forEach(query -> queries.add(query.toJson()));
        assertGolden("dcql-queries.json", queries);
    }

    @Test
    void a_request_names_the_authorities_that_were_pinned() throws IOException {
        var authorities = RecognisedIssuers.authorities(
                Rulings.recognised(TestEntentes.citizenServices(), TestEntentes.IDENTITY, List.of(held), NOW));
        var asked = CredentialQuery.of(
                "proof", "dc+sd-jwt", TestEntentes.IDENTITY, authorities, List.of(ClaimPath.of("name")));
        assertGolden("trusted-authorities.json", DcqlQuery.of(asked).toJson());
    }

    @Test
    void no_clause_lends_its_claims_to_the_issuers_of_another() {
        HeldEntente two = held(TestEntentes.inForce(
                TestEntentes.entente(draft -> {
                    ObjectNode narrow = draft.path("clauses").path(0).deepCopy().asObject();
                    narrow.put("number", "3.9");
                    narrow.putArray("issuers").add("CA-BC/citizen-services");
                    narrow.putArray("maximum_claims")
                            .addObject()
                            .putArray("path")
                            .add("birthdate");
                    ((ArrayNode) draft.path("clauses")).add(narrow);
                }),
                QUEBEC,
                BRITISH_COLUMBIA));

        assertThat(CompileOdrl.of(two, NOW).json().path("permission").valueStream())
                .filteredOn(permission -> permission
                                .path("constraint")
                                .path(1)
                                .path("rightOperand")
                                .size()
                        == 1)
                .isNotEmpty()
                .allSatisfy(permission -> assertThat(Json.write(permission.path("assigner")))
                        .doesNotContain(TestEntentes.etatCivil().toString()));
    }

    @Test
    void the_odrl_agreement_says_what_the_clauses_say() throws IOException {
        assertGolden("odrl.json", CompileOdrl.of(held, NOW).json());
    }

    @Test
    void an_odrl_agreement_that_says_anything_else_is_refused_and_nothing_is_dropped() {
        assertRefused(json -> json.put("unheard", "of"));
        assertRefused(json -> json.put("profile", "http://www.w3.org/ns/odrl/2/core"));
        assertRefused(json -> json.remove("prohibition"));
        assertRefused(json -> json.putArray("obligation"));
        assertRefused(json -> permission(json).put("remedy", "x"));
        assertRefused(json -> permission(json).put("action", "use"));
        assertRefused(
                json -> permission(json).withArray("constraint").addObject().put("leftOperand", "spatial"));
        assertRefused(json -> ((ObjectNode) permission(json).path("constraint").get(0)).put("operator", "isNoneOf"));
        assertRefused(json -> permission(json).withArray("duty").removeAll());
        assertThat(new OdrlAgreement(CompileOdrl.of(held, NOW).json())).isEqualTo(CompileOdrl.of(held, NOW));
    }

    @Test
    void the_same_state_is_compiled_to_the_same_bytes() {
        HeldEntente again = held(held.state());

        assertThat(Json.canonical(list(again))).isEqualTo(Json.canonical(list(held)));
        assertThat(Json.canonical(CompileOdrl.of(again, NOW).json()))
                .isEqualTo(Json.canonical(CompileOdrl.of(held, NOW).json()));
    }

    private static ObjectNode list(HeldEntente held) {
        return CompileTrustList.list(
                held.state().entente(),
                new Text("Québec", "Quebec"),
                URI.create("https://quebec.example/ententes/quebec-british-columbia/trust-list"),
                7,
                NOW,
                NOW.plusSeconds(86_400),
                CompileTrustList.entities(held, NOW));
    }

    private void assertRefused(Consumer<ObjectNode> change) {
        ObjectNode json = CompileOdrl.of(held, NOW).json();
        change.accept(json);
        assertThatThrownBy(() -> new OdrlAgreement(json))
                .isInstanceOfSatisfying(
                        ProtocolError.class, error -> assertThat(error.code()).isEqualTo("invalid_odrl"));
    }

    private static ObjectNode permission(ObjectNode json) {
        return (ObjectNode) json.path("permission").get(0);
    }

    private HeldEntente suspended(Target target) {
        TestGovernment by = target.party().equals(QUEBEC.key()) ? QUEBEC : BRITISH_COLUMBIA;
        EntenteState state = held.state();
        return held(TestEntentes.applied(
                state,
                TestEntentes.ordered(state, TestEntentes.act(by, "suspension", state, TestEntentes.suspend(target)))));
    }

    private static HeldEntente held(EntenteState state) {
        return HeldEntente.known(state);
    }

    /** Compares with the file; {@code -Dentente.golden=write} writes it anew. */
    private void assertGolden(String name, JsonNode compiled) throws IOException {
        String text = JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Json.parse(withoutKeys(Json.write(compiled))))
                + "\n";
        Path file = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("entente.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        assertThat(text)
                .as("%s; where it should differ, -Dentente.golden=write writes it anew: read the difference", file)
                .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    private String withoutKeys(String json) {
        String text = json.replace(held.state().entente().hash(), "0".repeat(43));
        for (TestGovernment government : List.of(QUEBEC, BRITISH_COLUMBIA)) {
            var authority = government.facts().credentialAuthority();
            text = text.replace(Certificates.toBase64(authority), "the authority of " + government.key())
                    .replace(Certificates.keyIdentifier(authority), "the key of " + government.key());
        }
        return text;
    }
}
