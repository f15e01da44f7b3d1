package org.entente.node.wallet.attestations;

import java.util.List;
import org.entente.node.web.FormErrors;

/**
 * All that a holder keeps, and what was shown of it.
 *
 * @param link what the holder typed into the form for a link
 */
public record WalletView(List<CardView> cards, List<ShowingView> showings, String link, FormErrors errors) {
    public WalletView {
        cards = List.copyOf(cards);
        showings = List.copyOf(showings);
    }
}
