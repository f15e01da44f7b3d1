package org.entente.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.audit.Finding.What;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestParties;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.node.signin.TestOAuthClient;

/** Two governments that concluded an entente, their bundles, and what an auditor finds who holds to the keys that it pins. */
public final class TestSides implements AutoCloseable {
    final TestNode quebec = TestParties.government("quebec", "CA-QC", TestOAuthClient.settings("audit", "agreements"));
    final TestNode columbia =
            TestParties.government("british-columbia", "CA-BC", TestOAuthClient.settings("audit", "agreements"));
    final Pins pins;

    /**
     * The bundles of both, between which nothing crossed: the nodes go on reading each other every second. Theirs has seen
     * a state of our log.
     */
    TestBundle ours;

    TestBundle theirs;

    private final HttpClient client = HttpClient.newHttpClient();

    public TestSides() {
        TestParties.conclude(quebec, columbia);
        String published = get(quebec, "/ententes/" + TestParties.NAME);
        pins = pins(published);
        ours = bundle(quebec);
        theirs = bundle(columbia);
        await().atMost(TestParties.PATIENCE).until(() -> {
            ours = bundle(quebec);
            theirs = bundle(columbia);
            return found(ours, theirs).isEmpty() && theirs.hasSeenAState(quebec.origin(), ours);
        });
    }

    private static Pins pins(String published) {
        try {
            return Pins.parse(published.getBytes(StandardCharsets.UTF_8));
        } catch (UnsoundPins e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        quebec.close();
        columbia.close();
    }

    /**
     * Writes what an auditor takes: {@code quebec.ndjson}, {@code british-columbia.ndjson}, {@code entente.json} and its first
     * transitions in {@code transitions-1.json}.
     */
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("quebec.ndjson"), ours.text());
        Files.writeString(folder.resolve("british-columbia.ndjson"), theirs.text());
        String entente = "/ententes/" + TestParties.NAME;
        Files.writeString(folder.resolve("entente.json"), get(quebec, entente));
        Files.writeString(folder.resolve("transitions-1.json"), get(quebec, entente + "/transitions/1"));
    }

    TestBundle bundle(TestNode node) {
        return new TestBundle(get(node, "/api/audit/bundle", bearer(node)));
    }

    /** What an audit finds. */
    Set<What> found(TestBundle... bundles) {
        try {
            List<Bundle> read = new ArrayList<>();
            for (TestBundle bundle : bundles) {
                read.add(bundle.read());
            }
            return Audit.of(read, pins, MessageTypes.known()).findings().stream()
                    .map(Finding::what)
                    .collect(Collectors.toSet());
        } catch (BundleUnreadable e) {
            throw new AssertionError(e);
        }
    }

    int status(TestNode node, String path, String... authorization) {
        return send(node, path, authorization, BodyHandlers.discarding()).statusCode();
    }

    static String bearer(TestNode node) {
        return "Bearer " + new TestOAuthClient(node).bearerToken();
    }

    private String get(TestNode node, String path, String... authorization) {
        var answer = send(node, path, authorization, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private <T> HttpResponse<T> send(TestNode node, String path, String[] authorization, BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.address() + path));
        for (String one : authorization) {
            request.header("Authorization", one);
        }
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
