package org.entente.node.wallet;

import java.net.URI;
import java.util.List;
import org.entente.node.kernel.Text;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this room.
 *
 * @param issuers that holders find by name; naming them is a convenience, not trust
 */
@ConfigurationProperties("entente.wallet")
public record WalletSettings(@DefaultValue List<KnownIssuer> issuers) {
    /** An issuer by its credential issuer identifier. */
    public record KnownIssuer(Text name, URI issuer) {}

    public WalletSettings {
        issuers = List.copyOf(issuers);
    }
}
