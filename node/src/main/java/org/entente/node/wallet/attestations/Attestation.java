package org.entente.node.wallet.attestations;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;

/**
 * What a holder keeps of one issuance, without what it says.
 *
 * @param issuer the credential issuer identifier
 * @param type its {@code vct}
 * @param validUntil none where it does not end
 * @param copies how many one-time copies came with it
 * @param unused how many of them nobody has seen
 */
public record Attestation(
        UUID id,
        URI issuer,
        String type,
        Labels labels,
        Instant receivedAt,
        Optional<Instant> validUntil,
        int copies,
        int unused) {
    /** An attestation that is about to be kept. */
    public static Attestation received(
            UUID id, URI issuer, String type, Labels labels, Instant now, Optional<Instant> validUntil) {
        return new Attestation(id, issuer, type, labels, now, validUntil, 0, 0);
    }

    public Label issuerName(Language language) {
        return labels.issuer(language, issuer);
    }

    public Label typeName(Language language) {
        return labels.type(language, type);
    }

    /** Whether its time is over. */
    public boolean isOver(Instant now) {
        return validUntil.isPresent() && !now.isBefore(validUntil.get());
    }
}
