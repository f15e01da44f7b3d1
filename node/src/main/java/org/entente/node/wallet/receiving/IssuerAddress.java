package org.entente.node.wallet.receiving;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.entente.node.kernel.Origins;

/** A credential issuer identifier as people type it: the scheme may be missing, a slash at the end does not count. */
final class IssuerAddress {
    private static final int MAX_LENGTH = 1024;

    private IssuerAddress() {}

    /** The identifier; none when the text is no address that a wallet could open. */
    static Optional<URI> parse(String typed) {
        String text = typed.strip().replaceAll("/+$", "");
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text.contains("://") ? text : "https://" + text);
            return Origins.isAcceptable(address) && address.getRawQuery() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
