package org.entente.protocols.oid4vp;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.entente.protocols.ProtocolError;

/**
 * The link by which a request reaches a wallet: as a button, or as a QR code (OID4VP 1.0 §5.10; RFC 9101 §5.2).
 *
 * @param requestUri where the wallet fetches the request object
 */
public record RequestLink(String clientId, URI requestUri) {
    /** Where wallets installed on a device listen (OID4VP 1.0 §13.1.2). */
    public static final String CUSTOM_SCHEME = "openid4vp://";

    /**
     * Reads the parameters of a link; {@code ""} stands for one that is absent.
     *
     * @throws ProtocolError {@code invalid_request} when one is missing, too long or no address
     */
    public static RequestLink parse(String clientId, String requestUri) {
        if (clientId.isEmpty() || clientId.length() > Oid4vp.MAX_TEXT) {
            throw Oid4vp.invalid("client_id is a short text");
        }
        if (requestUri.isEmpty() || requestUri.length() > Oid4vp.MAX_TEXT) {
            throw Oid4vp.invalid("request_uri is a short text");
        }
        try {
            return new RequestLink(clientId, URI.create(requestUri));
        } catch (IllegalArgumentException e) {
            throw Oid4vp.invalid("request_uri is an address");
        }
    }

    /** The link for a wallet that listens at this address. */
    public String at(String wallet) {
        String separator = wallet.contains("?") ? "&" : "?";
        return wallet + separator + "client_id=" + encode(clientId) + "&request_uri=" + encode(requestUri.toString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
