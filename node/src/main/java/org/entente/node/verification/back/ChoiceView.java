package org.entente.node.verification.back;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.node.kernel.Text;
import org.entente.node.verification.ClaimNames;
import org.entente.node.verification.Verification;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.web.WebSettings.WebWallet;
import org.entente.protocols.oid4vp.RequestLink;
import org.entente.protocols.oid4vp.RequestObject;

/**
 * What the pages show on which the holder chooses a wallet.
 *
 * @param page of this presentation, without the language
 * @param claims by the names that people give them
 * @param installed the link for a wallet on this device
 * @param code in two groups of digits
 */
public record ChoiceView(
        String page,
        Text verifier,
        Text purpose,
        List<Text> claims,
        URI entente,
        String clause,
        String proof,
        List<WalletLink> wallets,
        String installed,
        String code,
        Instant until) {
    /** How often the script of the page for another device asks whether an answer came, in seconds. */
    public static final int ASKED_EVERY_SECONDS = 5;

    /** A wallet on the web, and the link that leads this request to it. */
    public record WalletLink(String name, String address) {}

    static ChoiceView of(Presentation asked, List<WebWallet> wallets) {
        RequestObject request = asked.request();
        String address = request.responseUri().toString().replace("/responses/", "/requests/");
        RequestLink link = new RequestLink(request.clientId(), URI.create(address));
        var stated = request.purpose().orElseThrow();
        return new ChoiceView(
                Verification.page(asked.id()),
                text(stated.verifier()),
                text(stated.purpose()),
                request.query().credentials().getFirst().claims().stream()
                        .map(claim -> ClaimNames.of(claim.path()))
                        .toList(),
                URI.create(stated.entente()),
                stated.clause(),
                Verification.proofPage(asked.proof()),
                wallets.stream()
                        .map(wallet -> new WalletLink(
                                wallet.name(), link.at(wallet.present().toString())))
                        .toList(),
                link.at(RequestLink.CUSTOM_SCHEME),
                asked.code().substring(0, 3) + " " + asked.code().substring(3),
                asked.expiresAt());
    }

    private static Text text(java.util.Map<String, String> texts) {
        return new Text(texts.getOrDefault("fr", ""), texts.getOrDefault("en", ""));
    }
}
