package org.entente.node.wallet.attestations;

import java.time.Instant;
import java.util.List;
import org.entente.node.kernel.Language;

/** An entry of the history as its holder reads it. */
public record ShowingView(
        Label type, Label verifier, String host, String clause, List<Label> claims, Instant at, Showing.Result result) {
    public ShowingView {
        claims = List.copyOf(claims);
    }

    static ShowingView of(Showing showing, Language language) {
        return new ShowingView(
                showing.labels().type(language, showing.type()),
                showing.verifier().name(language),
                showing.verifier().host(),
                showing.reason().clause(),
                showing.claims().stream()
                        .map(claim -> ClaimView.name(claim, showing.labels(), language))
                        .toList(),
                showing.at(),
                showing.result());
    }
}
