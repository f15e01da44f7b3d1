package org.entente.node.wallet.attestations;

import java.util.List;

/** One attestation with what it says and what was shown of it; for its holder's eyes. */
public record AttestationView(CardView card, List<ClaimView> claims, List<ShowingView> showings) {
    public AttestationView {
        claims = List.copyOf(claims);
        showings = List.copyOf(showings);
    }
}
