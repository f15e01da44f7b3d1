package org.entente.node.issuance.attestations;

import java.util.List;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.offer.MadeOffer;
import org.entente.node.web.WebSettings;
import org.entente.protocols.oid4vci.CredentialOfferLink;

/** An offer with the ways to a wallet. */
public record OfferView(MadeOffer offer, List<CredentialType> types, List<WebSettings.WebWallet> wallets) {
    /** The link that a wallet application on this device answers to, and that the picture holds. */
    public String link() {
        return link(CredentialOfferLink.SCHEME);
    }

    /** The link to a wallet on the web. */
    public String link(WebSettings.WebWallet wallet) {
        return link(wallet.offer().toString());
    }

    private String link(String wallet) {
        return new CredentialOfferLink.ByReference(offer.address()).to(wallet);
    }
}
