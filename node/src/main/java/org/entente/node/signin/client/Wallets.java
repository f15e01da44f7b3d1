package org.entente.node.signin.client;

import java.net.URI;
import java.util.Optional;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.signin.SigninSettings;
import org.springframework.stereotype.Component;

/**
 * The wallets that may ask persons for permission: those of the settings at their own addresses, and, where the settings
 * say so, any other at an https address, which then stands for it on the consent page.
 */
@Component
public final class Wallets {
    private final SigninSettings.Authorization settings;
    private final boolean loopback;

    Wallets(SigninSettings settings, NodeIdentity node) {
        this.settings = settings.authorization();
        this.loopback = Origins.isLoopbackName(node.origin().getHost());
    }

    /** Whether a wallet may be answered at an address. */
    public WalletOutcome admit(String clientId, URI redirectUri) {
        Optional<SigninSettings.Wallet> known = find(clientId);
        if (known.isPresent()) {
            return known.get().redirectUris().stream().anyMatch(own -> isSame(own, redirectUri))
                    ? new WalletOutcome.Admitted()
                    : new WalletOutcome.OtherAddress();
        }
        return settings.open() && isOpen(redirectUri) ? new WalletOutcome.Admitted() : new WalletOutcome.Unknown();
    }

    /** The name of a wallet that is known here. */
    public Optional<String> name(String clientId) {
        return find(clientId).map(SigninSettings.Wallet::name);
    }

    private Optional<SigninSettings.Wallet> find(String clientId) {
        return settings.wallets().stream()
                .filter(wallet -> wallet.id().equals(clientId))
                .findFirst();
    }

    /** Character by character (RFC 9700 §2.1): a URI equals others that differ in the case of scheme, host and escapes. */
    private static boolean isSame(URI one, URI other) {
        return one.toString().equals(other.toString());
    }

    private boolean isOpen(URI address) {
        return Origins.isAcceptable(address) && (address.getScheme().equals("https") || loopback);
    }
}
