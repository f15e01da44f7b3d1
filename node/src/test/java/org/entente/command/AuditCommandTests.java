package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.audit.TestSides;
import org.entente.node.verification.TestKey;
import org.entente.protocols.Base64Url;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./entente audit}, on the real bundles of two governments: what it says and how it ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditCommandTests {
    @TempDir
    private static Path folder;

    private record Said(int ending, String text) {}

    @BeforeAll
    void take() throws IOException {
        try (TestSides sides = new TestSides()) {
            sides.write(folder);
        }
    }

    @Test
    void two_bundles_under_the_pinned_keys_are_clean() {
        Said said = said("quebec.ndjson", "british-columbia.ndjson", "--pins", "entente.json");

        assertThat(said.ending()).isZero();
        assertThat(said.text()).contains("✓ Nothing is wrong.", "quebec").doesNotContain("✗", "thumbprints");
    }

    @Test
    void the_transitions_pin_what_the_text_alone_does() {
        Said said = said("quebec.ndjson", "--pins", "transitions-1.json", "--pins", "entente.json", "--json");

        assertThat(said.ending()).isZero();
        assertThat(Json.object(said.text().strip()).path("findings")).isEmpty();
    }

    @Test
    void without_pins_it_says_whose_keys_it_believed() {
        assertThat(said("quebec.ndjson").text()).contains("no pinned key was given", "✓ Nothing is wrong.");
    }

    @Test
    void a_line_removed_is_a_fault_that_is_named_in_both_languages() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("quebec.ndjson")));
        lines.remove(lines.stream()
                .filter(line -> line.contains("\"message-out\""))
                .findFirst()
                .orElseThrow());
        String end = lines.removeLast();
        int leaves = Json.object(end).path("end").path("leaves").asInt();
        lines.add(end.replace("\"leaves\":" + leaves, "\"leaves\":" + (leaves - 1)));
        Files.write(folder.resolve("removed.ndjson"), lines);

        Said english = said("removed.ndjson", "--pins", "entente.json");
        Said french = said("removed.ndjson", "--pins", "entente.json", "--lang", "fr");

        assertThat(english.ending()).isEqualTo(1);
        assertThat(english.text()).contains("An entry was removed, altered, added or moved.", "✗ Something is wrong");
        assertThat(french.ending()).isEqualTo(1);
        assertThat(french.text()).contains("✗ ").doesNotContain("An entry was removed");
        assertThat(Json.object(said("removed.ndjson", "--json").text().strip())
                        .path("clean")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void a_file_that_is_no_bundle_is_a_fault() throws IOException {
        Files.writeString(folder.resolve("none.ndjson"), "{}\n");

        Said said = said("none.ndjson");

        assertThat(said.ending()).isEqualTo(1);
        assertThat(said.text()).startsWith("✗ ").contains("none.ndjson");
    }

    @Test
    void pins_that_prove_nothing_end_it_before_it_reads_a_bundle() throws IOException {
        Files.writeString(folder.resolve("invented.json"), Json.write(withInventedText()));
        ObjectNode halfSigned = published();
        ((ArrayNode) halfSigned.path("signatures")).remove(1);
        Files.writeString(folder.resolve("half.json"), Json.write(halfSigned));

        Said invented = said("quebec.ndjson", "--pins", "invented.json");

        assertThat(invented.ending()).isEqualTo(3);
        assertThat(invented.text()).contains("proves nothing").doesNotContain("✓");
        assertThat(said("quebec.ndjson", "--pins", "half.json").ending()).isEqualTo(3);
        assertThat(said("quebec.ndjson", "--pins", "half.json", "--lang", "fr").text())
                .contains("ne prouve rien");
        assertThat(said("quebec.ndjson", "--pins", "transitions-1.json").ending())
                .as("a page without its entente")
                .isEqualTo(3);
    }

    /** As somebody would invent it all, who signs for both parties with keys of its own. */
    @Test
    void a_false_and_a_genuine_file_together_are_both_refused() throws IOException {
        TestKey one = TestKey.create();
        TestKey other = TestKey.create();
        ObjectNode text =
                Json.object(Base64Url.decode(published().path("payload").stringValue()));
        ((ObjectNode) text.at("/parties/0"))
                .set("keys", Jwks.of(one.publicKey()).toJson());
        ((ObjectNode) text.at("/parties/1"))
                .set("keys", Jwks.of(other.publicKey()).toJson());
        ObjectNode invented = GeneralJws.sign(Json.canonical(text), "entente+jws", List.of(one, other));
        Files.writeString(folder.resolve("false.json"), Json.write(invented));

        Said english = said("quebec.ndjson", "--pins", "entente.json", "--pins", "false.json");
        Said french = said("quebec.ndjson", "--pins", "false.json", "--pins", "entente.json", "--lang", "fr");

        assertThat(english.ending()).isEqualTo(3);
        assertThat(english.text()).contains("has two different texts").doesNotContain("✓");
        assertThat(french.ending()).isEqualTo(3);
        assertThat(french.text()).contains("a deux textes différents").doesNotContain("✓", "text ");
    }

    @Test
    void what_is_wrong_with_a_file_is_said_in_french_too() throws IOException {
        Files.writeString(folder.resolve("none.ndjson"), "{}\n");
        Files.writeString(folder.resolve("empty.ndjson"), "");
        Files.writeString(folder.resolve("none.json"), "{}");
        Files.writeString(folder.resolve("nonsense.json"), "{");
        Files.writeString(folder.resolve("page.json"), "{\"transitions\": [7]}");

        assertThat(french("none.ndjson")).contains("coupée");
        assertThat(french("empty.ndjson")).contains("le fichier est vide");
        assertThat(french("quebec.ndjson", "--pins", "none.json")).contains("ce n’est ni une entente");
        assertThat(french("quebec.ndjson", "--pins", "nonsense.json")).contains("ce n’est ni une entente");
        assertThat(french("quebec.ndjson", "--pins", "entente.json", "--pins", "page.json"))
                .contains("est inutilisable")
                .doesNotContain(" is ", " has ", " the ");
        assertThatExceptionOfType(NotUnderstood.class)
                .isThrownBy(() -> french("nowhere.ndjson"))
                .withMessageContaining("ne peut pas être lu");
    }

    private static String french(String... words) {
        return said(Stream.concat(Stream.of(words), Stream.of("--lang", "fr")).toArray(String[]::new))
                .text();
    }

    @Test
    void a_document_that_nobody_signed_is_noted() throws IOException {
        byte[] document = Base64Url.decode(published().path("payload").stringValue());
        Files.write(folder.resolve("document.json"), document);

        Said said = said("quebec.ndjson", "--pins", "document.json");

        assertThat(said.ending()).isZero();
        assertThat(said.text()).contains("a document that nobody signed");
    }

    @Test
    void says_what_it_did_not_understand() {
        assertNotUnderstood("quebec.ndjson", "--pins", "nowhere.json");
        assertNotUnderstood("nowhere.ndjson");
        assertNotUnderstood("quebec.ndjson", "--pins");
        assertNotUnderstood("quebec.ndjson", "--shout");
        assertNotUnderstood("quebec.ndjson", "--lang", "de");
        assertNotUnderstood();
        assertNotUnderstood("quebec.ndjson", "british-columbia.ndjson", "quebec.ndjson");
    }

    private static ObjectNode published() throws IOException {
        return Json.object(Files.readAllBytes(folder.resolve("entente.json")));
    }

    /** As a depositary would invent it that wants to sign in the other party's name. */
    private static ObjectNode withInventedText() throws IOException {
        ObjectNode published = published();
        ObjectNode text = Json.object(Base64Url.decode(published.path("payload").stringValue()));
        ((ObjectNode) text.at("/parties/1")).set("keys", text.at("/parties/0/keys"));
        ((ArrayNode) published.path("earlier")).add(Base64Url.encode(Json.canonical(text)));
        return published;
    }

    private static void assertNotUnderstood(String... words) {
        assertThatExceptionOfType(NotUnderstood.class).isThrownBy(() -> said(words));
    }

    private static Said said(String... words) {
        List<String> line = new ArrayList<>(List.of("audit"));
        for (String word : words) {
            line.add(word.contains(".") ? folder.resolve(word).toString() : word);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int ending =
                AuditCommand.run(new Words(line), new PrintStream(bytes, true, StandardCharsets.UTF_8), Instant.now());
        return new Said(ending, bytes.toString(StandardCharsets.UTF_8));
    }
}
