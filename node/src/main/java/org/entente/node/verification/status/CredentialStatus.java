package org.entente.node.verification.status;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.verification.status.StatusAnswer.Known;
import org.entente.node.verification.status.StatusAnswer.Reason;
import org.entente.node.verification.status.StatusAnswer.Unknown;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.statuslist.StatusListVerdict;
import org.entente.protocols.statuslist.StatusReference;
import org.entente.protocols.x509.CertificateChain;
import org.entente.protocols.x509.Certificates;
import org.entente.protocols.x509.ChainVerdict;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads a credential's status from the mirrored copy of its issuer's list (Token Status List §8.3); asks nobody. */
@Component
public class CredentialStatus {
    private final Mirror mirror;

    CredentialStatus(Mirror mirror) {
        this.mirror = mirror;
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
        Optional<MirroredDocument> copy = mirror.document(reference.uri());
        if (copy.isEmpty()) {
            return new Unknown(Reason.MISSING);
        }
        if (copy.get().fetchedAt().plus(trusted.freshness()).isBefore(now)) {
            return new Unknown(Reason.STALE);
        }
        return verdict(copy.get().text(), reference, trusted, now) instanceof StatusListVerdict.Valid valid
                ? new Known(valid.list().get(reference.index()))
                : new Unknown(Reason.NOT_GENUINE);
    }

    private static StatusListVerdict verdict(String token, StatusReference reference, Trusted trusted, Instant now) {
        List<X509Certificate> chain = StatusListToken.parse(token).certificates();
        boolean issuers =
                CertificateChain.verify(chain, List.of(trusted.authority()), now) instanceof ChainVerdict.Valid
                        && Certificates.sanUris(chain.getFirst())
                                .contains(trusted.issuer().toString())
                        && chain.getFirst().getPublicKey() instanceof ECPublicKey;
        if (!issuers) {
            return new StatusListVerdict.Refused(StatusListVerdict.Step.SIGNATURE, "not the issuer's certificate");
        }
        ECPublicKey key = (ECPublicKey) chain.getFirst().getPublicKey();
        return StatusListToken.verify(token, key, reference.uri(), now);
    }
}
