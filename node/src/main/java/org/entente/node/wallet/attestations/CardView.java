package org.entente.node.wallet.attestations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;

/** An attestation as a card, without what it says. */
public record CardView(
        UUID id,
        Label type,
        Label issuer,
        String host,
        Instant receivedAt,
        Optional<Instant> validUntil,
        boolean over,
        int copies,
        int unused) {
    static CardView of(Attestation attestation, Language language, Instant now) {
        return new CardView(
                attestation.id(),
                attestation.typeName(language),
                attestation.issuerName(language),
                attestation.issuer().getHost(),
                attestation.receivedAt(),
                attestation.validUntil(),
                attestation.isOver(now),
                attestation.copies(),
                attestation.unused());
    }
}
