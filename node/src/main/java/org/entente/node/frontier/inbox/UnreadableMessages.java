package org.entente.node.frontier.inbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.frontier.PeerKeys;
import org.entente.node.frontier.crossing.Blocked;
import org.entente.node.frontier.crossing.DailyRefusals;
import org.entente.node.frontier.message.Message;
import org.entente.node.kernel.Origins;
import org.entente.protocols.jose.UnreadableJws;
import org.springframework.stereotype.Component;

/**
 * Says of a message that cannot be read who signed it, if a government did that is known here: with a member twice, for instance.
 * What a government signed as something else, and publishes, is no message of it, whoever brings it here.
 */
@Component
class UnreadableMessages {
    private final PeerKeys peerKeys;
    private final DailyRefusals refusals;

    UnreadableMessages(PeerKeys peerKeys, DailyRefusals refusals) {
        this.peerKeys = peerKeys;
        this.refusals = refusals;
    }

    /** @param sha256 of the message, base64url */
    void note(String compact, String sha256, Instant now) {
        UnreadableJws.of(compact)
                .filter(jws -> jws.type().filter(Message.TYPE::equals).isPresent())
                .flatMap(this::signatory)
                .ifPresent(signatory ->
                        refusals.unreadable(new Blocked.Refusal(now, signatory, "unknown", "unreadable", sha256)));
    }

    private Optional<URI> signatory(UnreadableJws jws) {
        return jws.claimedIssuer()
                .flatMap(UnreadableMessages::origin)
                .filter(origin -> peerKeys.keysOf(origin).stream().anyMatch(jws::isSignedBy));
    }

    private static Optional<URI> origin(String issuer) {
        try {
            return Optional.of(new URI(issuer)).filter(Origins::isOrigin);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
