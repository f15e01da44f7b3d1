package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Transition;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RulingCommandTests {
    private static final String[] ARRIVAL = {
        "--verifier",
        "CA-BC/citizen-services",
        "--purpose",
        "arrival",
        "--type",
        IDENTITY,
        "--issuer",
        "CA-QC/etat-civil"
    };

    @TempDir
    private Path folder;

    private final Entente entente = TestEntentes.entente();
    private final Transition entry = TestEntentes.entryIntoForce(entente, QUEBEC, BRITISH_COLUMBIA);
    private final EntenteState inForce = TestEntentes.applied(EntenteState.of(entente), entry);
    private final Transition suspension = TestEntentes.ordered(
            inForce,
            TestEntentes.act(QUEBEC, "suspend-1", inForce, TestEntentes.suspend(TestEntentes.wholeOf(QUEBEC))));

    private String record = "";
    private String page = "";

    private record Said(int ending, String text) {}

    @BeforeEach
    void publish() throws IOException {
        record = write("record.json", recordOf(entry));
        page = write("page.json", pageOf(entry));
    }

    @Test
    void says_what_is_permitted_under_which_clause_and_what_is_owed() {
        Said said = asked("--claims", "name,pseudonyms.ca-bc-arrival");

        assertThat(said.ending()).isZero();
        assertThat(said.text())
                .startsWith("✓ Permitted. Accepted under clause 3.1 of “Collaboration entente")
                .contains("kept for 30 days at most", "document " + entente.hash())
                .contains("✓ Do the claims stay within the agreed maximum?");
    }

    @Test
    void says_the_first_step_that_fails_and_how_to_mend_it() {
        Said said = asked("--claims", "place_of_birth");

        assertThat(said.ending()).isEqualTo(1);
        assertThat(said.text())
                .startsWith("✗ Refused. Do the claims stay within the agreed maximum?"
                        + " Beyond the maximum of clause 3.1: place_of_birth.")
                .contains("What can be done: The service must ask for less");
    }

    @Test
    void answers_in_french_and_explains_itself_in_both_languages() {
        assertThat(asked("--claims", "place_of_birth", "--lang", "fr").text())
                .startsWith("✗ Refusé. ")
                .contains("Ce qu’on peut faire\u00a0: ");
        assertThat(said("help").text()).startsWith("./entente ruling FILE…").endsWith("prove nothing.\n");
        assertThat(said("help", "--lang", "fr").text()).contains("    Ce vérificateur peut-il, pour ce motif");
    }

    @Test
    void without_an_issuer_it_says_what_may_be_asked() {
        String[] line = {
            record, page, "--verifier", "CA-BC/citizen-services", "--purpose", "arrival", "--type", IDENTITY
        };

        assertThat(said(line).text()).startsWith("✓ Permitted.").contains("Issuers named by the parties: 1.");
    }

    @Test
    void takes_the_question_from_a_file_as_worked_examples_write_it() throws IOException {
        ObjectNode question = Json.newObject()
                .put("verifier", "CA-BC/citizen-services")
                .put("purpose", "arrival")
                .put("credential_type", IDENTITY)
                .put("issuer", QUEBEC.organisation("etat-civil").toString())
                .put("at", NOW.toString());
        question.putArray("claims").addArray().add("name");

        Said said = said(record, page, "--json", "--question", write("question.json", question));

        assertThat(said.ending()).isZero();
        ObjectNode answer = Json.object(said.text().strip());
        assertThat(answer.path("permitted").asBoolean()).isTrue();
        assertThat(answer.path("clause").asString()).isEqualTo("3.1");
        assertThat(answer.path("at").asString()).isEqualTo(NOW.toString());
        assertThat(answer.at("/obligations/retention_days").asInt()).isEqualTo(30);
    }

    @Test
    void a_ruling_of_the_past_comes_out_as_it_did() throws IOException {
        record = write("record.json", recordOf(suspension));
        page = write("page.json", pageOf(entry, suspension));

        assertThat(asked("--at", NOW.toString()).text()).startsWith("✗ Refused. Do the parties concerned take part");
        assertThat(asked("--at", NOW.minusSeconds(1).toString()).ending()).isZero();
        assertThat(asked("--at", "2026-11-01T00:00:00Z").text()).startsWith("✗ Refused. Is the entente in force?");
    }

    @Test
    void repeats_what_a_node_said_that_had_heard_nothing_for_too_long() {
        String late = NOW.plusSeconds(1).toString();
        assertThat(asked("--at", late, "--confirmed", late).ending()).isZero();

        Said said = asked("--at", late, "--confirmed", NOW.minusSeconds(7200).toString());

        assertThat(said.ending()).isEqualTo(1);
        assertThat(said.text()).startsWith("✗ Refused. Have we heard lately enough that nothing was suspended?");
        assertNotUnderstood(line(record, page, "--confirmed", "yesterday"));
    }

    @Test
    void repeats_what_a_node_said_that_had_not_found_a_partys_keys_where_it_publishes_them() {
        assertThat(asked().text()).contains("Every party is taken to publish the keys");

        Said said = asked("--unconfirmed", "CA-ON,CA-QC");

        assertThat(said.ending()).isEqualTo(1);
        assertThat(said.text())
                .startsWith("✗ Refused. Do the parties concerned take part")
                .contains("these parties publish the keys that the entente pins: CA-ON,CA-QC");
    }

    @Test
    void who_says_of_itself_that_it_is_astray_rules_so() throws IOException {
        record = write("record.json", recordOf(entry).put("astray", true));

        assertThat(asked().text()).startsWith("✗ Refused. Is our copy of the entente up to date?");
    }

    @Test
    void files_that_prove_nothing_are_no_refusal() throws IOException {
        page = write("page.json", pageOf(entry));
        assertUnsound("page-missing", said(line(write("r.json", recordOf(suspension)), page)));
        assertUnsound("record-missing", said(line(page)));
        assertUnsound("no-record", said(line(write("document.json", entente.json()))));
        assertUnsound(
                "malformed", said(line(write("other.json", Json.newObject().put("a", 1)))));
        Transition unsigned = TestEntentes.entryIntoForce(entente, QUEBEC);
        assertUnsound(
                "transition-refused",
                said(line(write("r.json", recordOf(unsigned)), write("p.json", pageOf(unsigned)))));
        Transition otherTime = TestEntentes.entryIntoForce(entente, QUEBEC, BRITISH_COLUMBIA);
        assertUnsound("other-history", said(line(record, write("p.json", pageOf(otherTime)))));
    }

    @Test
    void runs_the_worked_examples_of_any_document() throws IOException {
        assertThat(said(record, "--golden"))
                .satisfies(said -> assertThat(said.ending()).isZero())
                .satisfies(said -> assertThat(said.text()).endsWith("worked examples come out as signed.\n"));
        Entente changed = TestEntentes.entente(draft -> ((ArrayNode) draft.at("/clauses/0/maximum_claims")).remove(0));
        String document = write("changed.json", changed.json());

        Said said = said(document, "--golden", "--lang", "fr");

        assertThat(said.ending()).isEqualTo(1);
        assertThat(said.text()).contains("Le nom seul suffit").contains("Au-delà du maximum de la clause 3.1");
        assertThat(Json.parse(said(document, "--golden", "--json").text().strip()))
                .filteredOn(result -> !result.path("holds").asBoolean())
                .singleElement()
                .satisfies(result ->
                        assertThat(result.at("/ruling/step").asString()).isEqualTo("claims"));
    }

    @Test
    void says_what_it_did_not_understand() throws IOException {
        assertNotUnderstood(record, page);
        assertNotUnderstood(line(folder.resolve("nowhere").toString()));
        assertNotUnderstood(line(record, page, "--lang", "de"));
        assertNotUnderstood(line(record, page, "--at", "tomorrow"));
        assertNotUnderstood(line(record, page, "--shout"));
        assertNotUnderstood(record, page, "--verifier", "CA-YT", "--purpose", "arrival", "--type", IDENTITY);
        assertNotUnderstood(record, page, "--verifier", "ftp://a/b", "--purpose", "arrival", "--type", IDENTITY);
        String unknown = write("question.json", Json.newObject().put("name", "Gagnon"));
        assertNotUnderstood(record, page, "--question", unknown);
    }

    private static ObjectNode pageOf(Transition... transitions) {
        ObjectNode json = Json.newObject();
        ArrayNode array = json.putArray("transitions");
        List.of(transitions).forEach(transition -> array.add(transition.jws()));
        return json;
    }

    private ObjectNode recordOf(Transition last) {
        ObjectNode json = Signatures.none(entente)
                .with(Signatures.sign(entente, QUEBEC))
                .orElseThrow()
                .toJson();
        json.putArray("earlier");
        return json.put("number", last.number()).put("last", last.jws()).put("astray", false);
    }

    private String write(String name, ObjectNode json) throws IOException {
        return Files.writeString(folder.resolve(name), Json.write(json)).toString();
    }

    private static void assertUnsound(String code, Said said) {
        assertThat(said.ending()).isEqualTo(3);
        assertThat(said.text()).isEqualTo("{\"error\":\"" + code + "\"}\n");
    }

    private static void assertNotUnderstood(String... words) {
        assertThatExceptionOfType(NotUnderstood.class).isThrownBy(() -> said(words));
    }

    private String[] line(String... files) {
        List<String> line = new ArrayList<>(List.of(files));
        line.addAll(List.of(ARRIVAL));
        line.add("--json");
        return line.toArray(String[]::new);
    }

    private Said asked(String... more) {
        List<String> line = new ArrayList<>(List.of(record, page));
        line.addAll(List.of(ARRIVAL));
        line.addAll(List.of(more));
        return said(line.toArray(String[]::new));
    }

    private static Said said(String... words) {
        List<String> line = new ArrayList<>(List.of("ruling"));
        line.addAll(List.of(words));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int ending = RulingCommand.run(new Words(line), new PrintStream(bytes, true, StandardCharsets.UTF_8), NOW);
        return new Said(ending, bytes.toString(StandardCharsets.UTF_8));
    }
}
