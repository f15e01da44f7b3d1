package org.entente.node.trust.statement;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.trust.FederationPaths;
import org.entente.node.trust.mark.SignedDocuments;
import org.entente.protocols.federation.HistoricalKeys;
import org.entente.protocols.federation.HistoricalKeys.FormerKey;
import org.entente.protocols.jose.Signer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the federation keys that this node had before. OpenID Federation 1.0 §8.7. */
@RestController
class HistoricalKeysEndpoint {
    private static final Duration RENEWED = Duration.ofDays(1);

    private final Keys keys;
    private final NodeIdentity node;
    private final SignedDocuments documents;
    private final Frontier frontier;
    private final InstantSource clock;

    HistoricalKeysEndpoint(
            Keys keys, NodeIdentity node, SignedDocuments documents, Frontier frontier, InstantSource clock) {
        this.keys = keys;
        this.node = node;
        this.documents = documents;
        this.frontier = frontier;
        this.clock = clock;
    }

    @GetMapping(FederationPaths.HISTORICAL_KEYS)
    ResponseEntity<byte[]> keys() {
        Instant now = clock.instant();
        // First: a key that is due gives way when it is asked for, and is a former one from then on.
        Signer signer = keys.federation();
        List<FormerKey> former = keys.formerFederation().stream()
                .map(key -> new FormerKey(key.key(), key.usedFrom(), key.usedUntil(), List.of()))
                .toList();
        HistoricalKeys set = new HistoricalKeys(node.entityId(), now.truncatedTo(ChronoUnit.SECONDS), former);
        byte[] content = Secrets.sha256((signer.keyId() + former).getBytes(StandardCharsets.UTF_8));
        String signed = documents
                .current("historical keys", content, now.plus(RENEWED), now, () -> set.sign(signer))
                .document();
        byte[] body = signed.getBytes(StandardCharsets.US_ASCII);
        frontier.published(
                URI.create(node.origin() + FederationPaths.HISTORICAL_KEYS), HistoricalKeys.MEDIA_TYPE, body, now);
        return StatementAnswers.answer(MediaType.parseMediaType(HistoricalKeys.MEDIA_TYPE), body);
    }
}
