package org.entente.node.wallet.attestations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One attestation with what it says and what was shown of it; for its holder's eyes.
 *
 * @param renewsAt when it is renewed without its holder's doing
 * @param renewalOver whether it was to be, and its issuer does so no more
 */
public record AttestationView(
        CardView card,
        Optional<Instant> renewsAt,
        boolean renewalOver,
        List<ClaimView> claims,
        List<ShowingView> showings) {
    public AttestationView {
        claims = List.copyOf(claims);
        showings = List.copyOf(showings);
    }
}
