package org.entente.node.verification.status;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredVersion;
import org.entente.node.verification.status.StatusAnswer.Known;
import org.entente.node.verification.status.StatusAnswer.Reason;
import org.entente.node.verification.status.StatusAnswer.Unknown;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.statuslist.StatusReference;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads a credential's status from the mirrored copy of its issuer's list (Token Status List §8.3); asks nobody. */
@Component
public class CredentialStatus {
    private final Mirror mirror;
    private final GenuineLists lists;

    CredentialStatus(Mirror mirror, GenuineLists lists) {
        this.mirror = mirror;
        this.lists = lists;
    }

    /**
     * Whose word is taken.
     *
     * @param authority the only one under which the issuer may sign
     * @param freshness how long ago the copy may have been confirmed
     */
    public record Trusted(URI issuer, X509Certificate authority, Duration freshness) {}

    /** The status of a credential with these signed claims. */
    public StatusAnswer of(ObjectNode claims, Trusted trusted, Instant now) {
        try {
            return StatusReference.parse(claims.path("status"))
                    .map(reference -> of(reference, trusted, now))
                    .orElseGet(() -> new Unknown(Reason.NO_REFERENCE));
        } catch (ProtocolError e) {
            return new Unknown(Reason.NO_REFERENCE);
        }
    }

    private StatusAnswer of(StatusReference reference, Trusted trusted, Instant now) {
        if (!StatusMirror.isOf(trusted.issuer(), reference.uri())) {
            return new Unknown(Reason.FOREIGN);
        }
        Optional<MirroredVersion> copy = mirror.version(reference.uri());
        if (copy.isEmpty()) {
            return new Unknown(Reason.MISSING);
        }
        if (copy.get().fetchedAt().plus(trusted.freshness()).isBefore(now)) {
            return new Unknown(Reason.STALE);
        }
        var source =
                new GenuineLists.Source(reference.uri(), copy.get().sha256(), trusted.issuer(), trusted.authority());
        return lists.find(source, now)
                .<StatusAnswer>map(list -> new Known(list.get(reference.index())))
                .orElseGet(() -> new Unknown(Reason.NOT_GENUINE));
    }
}
