package org.entente.protocols.oid4vci;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;

/** How an offer reaches a wallet: in the link itself, or as the address where it is read (OID4VCI 1.0 §4.1). */
public sealed interface CredentialOfferLink {
    /** Where wallets that registered the specification's scheme are called (§4.1). */
    String SCHEME = "openid-credential-offer://";

    /** The offer itself (§4.1.2). */
    record ByValue(CredentialOffer offer) implements CredentialOfferLink {}

    /** The address of the offer, to be fetched as JSON (§4.1.3). */
    record ByReference(URI address) implements CredentialOfferLink {}

    /**
     * Reads the two parameters of a wallet's credential offer endpoint, already decoded.
     *
     * @throws ProtocolError {@code invalid_credential_offer} unless exactly one is given and well-formed
     */
    static CredentialOfferLink parse(Optional<String> credentialOffer, Optional<String> credentialOfferUri) {
        if (credentialOffer.isPresent() == credentialOfferUri.isPresent()) {
            throw malformed("a link carries credential_offer or credential_offer_uri, and not both");
        }
        return credentialOffer
                .<CredentialOfferLink>map(text -> new ByValue(CredentialOffer.parse(Json.object(text))))
                .orElseGet(() -> new ByReference(address(credentialOfferUri.orElseThrow())));
    }

    /**
     * The link that opens a wallet with this offer.
     *
     * @param walletEndpoint {@link #SCHEME} or the address of a web wallet, without a query
     */
    default String to(String walletEndpoint) {
        return switch (this) {
            case ByValue(CredentialOffer offer) ->
                walletEndpoint + "?credential_offer=" + encoded(Json.write(offer.toJson()));
            case ByReference(URI address) -> walletEndpoint + "?credential_offer_uri=" + encoded(address.toString());
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw malformed("credential_offer_uri is not an address");
        }
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_credential_offer", text);
    }
}
