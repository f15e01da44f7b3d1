package org.entente.node.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.frontier.crossing.PublishedDocuments;
import org.entente.node.journal.ConsistencyProof;
import org.entente.node.journal.InclusionProof;
import org.entente.protocols.Base64Url;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.SignedNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Anyone can check, with nothing but public answers, that what is listed was journalled and that nothing was rewritten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossingProofTests {
    private final HttpClient client = HttpClient.newHttpClient();
    private TestNode node;

    @BeforeAll
    void start() {
        node = TestNode.government("gaspe", Map.of("entente.frontier.mirror-every", "1h"));
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void every_listed_crossing_has_a_proof_that_holds_for_its_record_and_no_other() throws Exception {
        publish("one");
        JsonNode listed = get("/api/frontier/crossings").path("crossings").path(0);
        ObjectNode proof = proofOf(listed.path("leaf").stringValue());
        ObjectNode record = (ObjectNode) proof.path("record");
        assertThat(listed.path("sha256")).isEqualTo(record.path("sha256"));
        assertThat(proves(proof, record)).isTrue();
        assertThat(proves(proof, record.deepCopy().put("bytes", 1))).isFalse();
    }

    @Test
    void page_by_page_everything_is_listed_once() {
        publish("four");
        publish("five");
        publish("six");
        List<String> whole = leaves("?limit=500");

        List<String> pages = new ArrayList<>();
        for (List<String> page = leaves("?limit=2");
                !page.isEmpty();
                page = leaves("?limit=2&before=" + page.getLast())) {
            pages.addAll(page);
        }

        assertThat(whole).hasSizeGreaterThan(2);
        assertThat(pages).isEqualTo(whole);
        assertThat(status("/api/frontier/crossings?before=nothing")).isEqualTo(400);
    }

    private List<String> leaves(String query) {
        return get("/api/frontier/crossings" + query)
                .path("crossings")
                .valueStream()
                .map(one -> one.path("leaf").stringValue())
                .toList();
    }

    @Test
    void an_older_checkpoint_is_the_beginning_of_the_latest() throws Exception {
        publish("two");
        proofOf(get("/api/frontier/crossings")
                .path("crossings")
                .path(0)
                .path("leaf")
                .stringValue());
        Checkpoint older = checkpoint();
        publish("three");
        proofOf(get("/api/frontier/crossings")
                .path("crossings")
                .path(0)
                .path("leaf")
                .stringValue());

        ObjectNode answer = get("/api/journal/consistency?size=" + older.size());

        ConsistencyProof proof = new ConsistencyProof(
                older.size(),
                hashes(answer.path("path")),
                answer.path("checkpoint").stringValue());
        assertThat(proof.proves(older.root())).isTrue();
        assertThat(proof.proves(Hash.ofLeaf(new byte[0]))).isFalse();
    }

    @Test
    void what_is_not_there_is_not_proven() throws Exception {
        assertThat(status("/api/frontier/crossings/" + UUID.randomUUID())).isEqualTo(404);
        assertThat(status("/api/frontier/crossings/nothing")).isEqualTo(404);
        assertThat(status("/api/journal/consistency?size=" + Long.MAX_VALUE)).isEqualTo(404);
        assertThat(status("/api/journal/consistency?size=0")).isEqualTo(404);
        assertThat(status("/api/journal/consistency?size=many")).isEqualTo(400);
    }

    private void publish(String content) {
        URI address = node.origin().resolve("/published-" + content);
        node.bean(TransactionOperations.class)
                .executeWithoutResult(transaction -> node.bean(PublishedDocuments.class)
                        .record(address, "text/plain", content.getBytes(StandardCharsets.UTF_8), Instant.now()));
    }

    private ObjectNode proofOf(String leaf) {
        String path = "/api/frontier/crossings/" + leaf;
        await().until(() -> status(path) == 200);
        return get(path);
    }

    private Checkpoint checkpoint() throws Exception {
        return Checkpoint.parse(
                SignedNote.parse(answer("/journal/checkpoint").body()).text());
    }

    private static boolean proves(ObjectNode proof, ObjectNode record) {
        return new InclusionProof(
                        proof.path("position").longValue(),
                        hashes(proof.path("path")),
                        proof.path("checkpoint").stringValue())
                .proves(
                        proof.path("stream").stringValue(),
                        proof.path("type").stringValue(),
                        record,
                        Base64Url.decode(proof.path("salt").stringValue()),
                        Instant.parse(proof.path("hour").stringValue()));
    }

    private static List<Hash> hashes(JsonNode path) {
        List<Hash> hashes = new ArrayList<>();
        path.forEach(hash -> hashes.add(Hash.of(Base64.getDecoder().decode(hash.stringValue()))));
        return hashes;
    }

    private ObjectNode get(String path) {
        return Json.object(answer(path).body());
    }

    private int status(String path) {
        return answer(path).statusCode();
    }

    private HttpResponse<String> answer(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(node.origin() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
