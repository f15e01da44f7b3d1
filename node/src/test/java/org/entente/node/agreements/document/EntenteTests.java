package org.entente.node.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class EntenteTests {
    @Test
    void the_demos_entente_is_valid_and_its_golden_cases_hold() {
        Entente entente = entente();
        assertThat(entente.staleClauses()).isEmpty();
        assertThat(entente.goldenCases()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(GoldenCases.broken(entente)).isEmpty();
        assertThat(entente.notice()).isPresent();
        assertThat(entente.depositary().key()).isEqualTo("CA-QC");
    }

    @Test
    void a_golden_case_that_the_clauses_do_not_meet_is_named() {
        Entente entente = entente(draft -> ((ArrayNode) draft.at("/clauses/0/maximum_claims")).remove(0));
        assertThat(GoldenCases.broken(entente))
                .extracting(broken -> broken.golden().title().en())
                .containsExactly("The name alone is enough");
    }

    @Test
    void the_hash_depends_on_the_content_and_not_on_its_layout() {
        ObjectNode json = entente().json();
        String pretty = json.toPrettyString();
        assertThat(Entente.parse(Json.object(pretty))).isEqualTo(entente());
    }

    @Test
    void every_kind_of_clause_is_valid_and_carried() {
        Entente entente = entente(draft -> {
            add(draft, "share", """
                    {"data_class":"open-data","from":"CA-QC","to":"CA-BC","marking":"TLP:GREEN",
                     "onward_use":{"fr":"Libre","en":"Free"},
                     "authorities":[{"party":"CA-QC","authority":{"fr":"Loi","en":"Act"}},
                                    {"party":"CA-BC","authority":{"fr":"Loi","en":"Act"}}]}""");
            add(draft, "cost", """
                    {"equal_percent":40,"population_percent":50,"usage_percent":10,"cap_cents":5000000,
                     "inputs":[{"name":{"fr":"Population","en":"Population"},
                                "hash":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}]}""");
            add(draft, "report", "{\"counts\":[\"presentations\"],\"threshold\":20,\"every_days\":90}");
        });
        assertThat(entente.clauses(Clause.Carried.class).map(Clause::kind))
                .containsExactly("duty", "duty", "share", "cost", "report");
    }

    private static void add(ObjectNode draft, String kind, String members) {
        ObjectNode clause = Json.object(members);
        clause.put("kind", kind)
                .put("paragraph", "1.2")
                .put("number", "1.2." + draft.path("clauses").size());
        clause.set("accountable", draft.at("/clauses/0/accountable"));
        ((ArrayNode) draft.path("clauses")).add(clause);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                broken("an unknown member", json -> json.put("extra", 1)),
                broken("two depositaries", json -> ((ObjectNode) json.at("/parties/1")).put("depositary", true)),
                broken(
                        "an address on another node than the depositary's",
                        json -> json.put("id", BRITISH_COLUMBIA.entity() + "/ententes/quebec-british-columbia")),
                broken("an address over http", json -> json.put("id", "http://quebec.example/ententes/a")),
                broken(
                        "two paragraphs of one number",
                        json -> ((ObjectNode) json.at("/paragraphs/0")).put("number", "1.1")),
                broken("a text in one language", json -> ((ObjectNode) json.at("/paragraphs/1")).put("en", "  ")),
                broken("a private key", json -> ((ObjectNode) json.at("/parties/0/keys/keys/0")).put("d", "AA")),
                broken(
                        "a shared key",
                        json -> ((ObjectNode) json.at("/parties/1")).set("keys", json.at("/parties/0/keys"))),
                broken(
                        "a shared authority",
                        json -> ((ObjectNode) json.at("/parties/1"))
                                .set("credential_ca", json.at("/parties/0/credential_ca"))));
    }

    static Stream<Arguments> malformedTerms() {
        return Stream.of(
                broken("a later version that supersedes nothing", json -> json.put("version", 2)),
                broken("a first version that supersedes something", json -> json.put("supersedes", "A".repeat(43))),
                broken(
                        "more to suspend one than there are others",
                        json -> json.putObject("suspension").put("quorum", 3)),
                broken(
                        "a quorum without a number",
                        json -> ((ObjectNode) json.path("accession")).put("approval", "quorum")),
                broken(
                        "a date that is none",
                        json -> ((ObjectNode) json.path("term")).put("from", "2026-02-30T00:00:00Z")),
                broken(
                        "an end before the beginning",
                        json -> ((ObjectNode) json.path("term"))
                                .put("from", "2028-01-01T00:00:00Z")
                                .put("until", "2027-01-01T00:00:00Z")),
                broken(
                        "too long",
                        json -> ((ObjectNode) json.at("/paragraphs/1"))
                                .put("fr", "é".repeat(7_999))
                                .put("en", "é".repeat(7_999))));
    }

    static Stream<Arguments> malformedClauses() {
        return Stream.of(
                broken("an unknown kind of clause", json -> clause(json, 0).put("kind", "surveil")),
                broken(
                        "a member of another kind of clause",
                        json -> clause(json, 3).put("retention_days", 1)),
                broken("no clause against personal information", json -> remove(json, "no-personal-information")),
                broken("no clause on leaving", json -> remove(json, "exit")),
                broken(
                        "a clause for a paragraph that is not there",
                        json -> clause(json, 0).put("paragraph", "99")),
                broken(
                        "an accountable party that is none",
                        json -> ((ObjectNode) json.at("/clauses/0/accountable")).put("party", "CA-YT")),
                broken(
                        "an organisation of no party",
                        json -> clause(json, 0).putArray("verifiers").add("CA-YT/arrivals")),
                broken("two clauses of one number", json -> clause(json, 0).put("number", "3.2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"malformed", "malformedTerms", "malformedClauses"})
    void refuses_a_malformed_document(String what, Consumer<ObjectNode> change) {
        ObjectNode json = entente().json();
        change.accept(json);
        assertThatThrownBy(() -> Entente.parse(json)).as(what).isInstanceOf(ProtocolError.class);
    }

    @Test
    void refuses_a_member_that_stands_twice() {
        String json = Json.write(entente().json());
        assertThatThrownBy(() -> Json.object(json.replaceFirst("\\{", "{\"version\":1,")))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    void a_changed_paragraph_breaks_all_signatures_and_exactly_its_own_clauses() {
        Entente entente = entente();
        Random random = new Random(20260918);
        for (int run = 0; run < 60; run++) {
            ObjectNode json = entente.json();
            int at = random.nextInt(entente.paragraphs().size());
            String language = random.nextBoolean() ? "fr" : "en";
            ObjectNode paragraph = (ObjectNode) json.path("paragraphs").path(at);
            paragraph.put(
                    language, withOneCharacterChanged(paragraph.path(language).asString(), random));
            Entente changed = Entente.parse(json);
            String number = entente.paragraphs().get(at).number();
            List<String> expected = entente.clauses().stream()
                    .filter(clause -> clause.head().paragraph().equals(number))
                    .map(Clause::number)
                    .toList();
            assertThat(changed.staleClauses()).containsExactlyInAnyOrderElementsOf(expected);
            assertThatNoSignatureHolds(entente, changed);
        }
    }

    @Test
    void a_changed_clause_breaks_all_signatures_and_only_itself() {
        Entente entente = entente();
        Random random = new Random(20230918);
        for (int at = 0; at < entente.clauses().size(); at++) {
            ObjectNode json = entente.json();
            ObjectNode hash = (ObjectNode) clause(json, at).path("text");
            byte[] bytes = hash.path("fr").asString().getBytes(StandardCharsets.US_ASCII);
            int flipped = random.nextInt(40);
            bytes[flipped] = (byte) (bytes[flipped] == 'A' ? 'B' : 'A');
            hash.put("fr", new String(bytes, StandardCharsets.US_ASCII));
            Entente changed = Entente.parse(json);
            assertThat(changed.staleClauses())
                    .isEqualTo(Set.of(entente.clauses().get(at).number()));
            assertThatNoSignatureHolds(entente, changed);
        }
    }

    @Test
    void a_clause_that_permits_more_breaks_all_signatures() {
        Entente entente = entente();
        ObjectNode json = entente.json();
        clause(json, 0).put("retention_days", 31);
        assertThatNoSignatureHolds(entente, Entente.parse(json));
    }

    @Test
    void a_signature_counts_for_the_party_whose_pinned_key_made_it() {
        Entente entente = entente();
        Signatures one =
                Signatures.none(entente).with(Signatures.sign(entente, QUEBEC)).orElseThrow();
        assertThat(one.has("CA-QC")).isTrue();
        assertThat(one.areComplete()).isFalse();
        assertThat(one.with(Signatures.sign(entente, BRITISH_COLUMBIA))
                        .orElseThrow()
                        .areComplete())
                .isTrue();
        assertThat(one.with(Signatures.sign(entente, TestGovernment.ONTARIO))).isEmpty();
    }

    private static void assertThatNoSignatureHolds(Entente signed, Entente changed) {
        for (TestGovernment party : List.of(QUEBEC, BRITISH_COLUMBIA)) {
            assertThat(Signatures.signatory(changed, Signatures.sign(signed, party)))
                    .isEmpty();
        }
    }

    private static String withOneCharacterChanged(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == 'x' ? 'y' : 'x';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static Arguments broken(String what, Consumer<ObjectNode> change) {
        return Arguments.of(what, change);
    }

    private static ObjectNode clause(ObjectNode json, int at) {
        return (ObjectNode) json.path("clauses").path(at);
    }

    private static void remove(ObjectNode json, String kind) {
        ArrayNode clauses = (ArrayNode) json.path("clauses");
        clauses.removeIf(clause -> clause.path("kind").asString().equals(kind));
    }

    @Test
    void a_draft_names_its_parties() {
        assertThat(Draft.entities(TestEntentes.draft())).containsExactly(QUEBEC.entity(), BRITISH_COLUMBIA.entity());
    }
}
