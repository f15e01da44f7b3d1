package org.entente.node.wallet.receiving;

import java.net.URI;
import java.util.List;
import org.entente.node.wallet.WalletSettings;
import org.entente.node.wallet.attestations.Label;
import org.entente.node.web.FormErrors;

/**
 * Where a holder chooses from whom to obtain something.
 *
 * @param known by name
 * @param met those from whom the holder has something already, and that are not among the known
 * @param address as the holder typed it
 */
public record IssuersView(List<WalletSettings.KnownIssuer> known, List<Met> met, String address, FormErrors errors) {
    /** An issuer from whom the holder has something. */
    public record Met(URI issuer, Label name) {}

    public IssuersView {
        known = List.copyOf(known);
        met = List.copyOf(met);
    }

    /** The address of an issuer's page, without the language. */
    public String path(URI issuer) {
        return IssuersPage.path(issuer);
    }
}
