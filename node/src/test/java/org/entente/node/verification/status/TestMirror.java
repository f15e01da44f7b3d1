package org.entente.node.verification.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.node.frontier.FetchOutcome;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;

/** A mirror that holds what it is given. */
public final class TestMirror implements Mirror {
    private final Map<URI, MirroredDocument> documents = new HashMap<>();

    public TestMirror with(URI address, String body, Instant fetchedAt) {
        documents.put(address, new MirroredDocument(address, "", body.getBytes(StandardCharsets.UTF_8), fetchedAt));
        return this;
    }

    public CredentialStatus status() {
        return new CredentialStatus(this);
    }

    @Override
    public Optional<MirroredDocument> document(URI address) {
        return Optional.ofNullable(documents.get(address));
    }

    @Override
    public FetchOutcome fetch(URI address, Instant now) {
        throw new AssertionError("nothing is fetched while something is presented");
    }
}
