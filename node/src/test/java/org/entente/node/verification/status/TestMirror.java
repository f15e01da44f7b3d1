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
import org.entente.node.frontier.MirroredVersion;
import org.entente.node.kernel.Secrets;
import org.entente.node.verification.chain.KnownChains;

/** A mirror that holds what it is given. */
public final class TestMirror implements Mirror {
    private final Map<URI, MirroredDocument> documents = new HashMap<>();

    public TestMirror with(URI address, String body, Instant fetchedAt) {
        documents.put(address, new MirroredDocument(address, "", body.getBytes(StandardCharsets.UTF_8), fetchedAt));
        return this;
    }

    public CredentialStatus status() {
        return new CredentialStatus(this, new GenuineLists(this, new KnownChains()));
    }

    @Override
    public Optional<MirroredDocument> document(URI address) {
        return Optional.ofNullable(documents.get(address));
    }

    @Override
    public Optional<MirroredVersion> version(URI address) {
        return document(address)
                .map(copy -> new MirroredVersion(Secrets.base64url(Secrets.sha256(copy.body())), copy.fetchedAt()));
    }

    @Override
    public void refuse(URI address, String reason, Instant now) {
        throw new AssertionError("nothing is refused");
    }

    @Override
    public FetchOutcome fetch(URI address, Instant now) {
        throw new AssertionError("nothing is fetched while something is presented");
    }
}
