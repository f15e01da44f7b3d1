package org.entente.node.wallet.attestations;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A link that a holder brought here by hand, whatever program it was meant for. */
final class PastedLink {
    /** The longest link that is taken, in characters. */
    static final int MAX_LENGTH = 8 * 1024;

    private static final Pattern OFFER = Pattern.compile("(^|&)credential_offer(_uri)?=");
    private static final Pattern REQUEST = Pattern.compile("(^|&)request_uri=");

    private PastedLink() {}

    /** The page of this wallet that the link means, with its query; none when it is neither an offer nor a request. */
    static Optional<String> page(String link) {
        if (link.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String query = new URI(link.strip()).getRawQuery();
            if (query == null) {
                return Optional.empty();
            }
            if (OFFER.matcher(query).find()) {
                return Optional.of("/wallet/offer?" + query);
            }
            return REQUEST.matcher(query).find() ? Optional.of("/wallet/present?" + query) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
