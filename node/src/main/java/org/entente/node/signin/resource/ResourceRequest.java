package org.entente.node.signin.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.entente.node.signin.proof.SingleHeader;
import org.entente.protocols.ProtocolError;

/**
 * What a request to a protected resource shows of its token.
 *
 * @param authorization the header, "" when there is none
 * @param proof the {@code DPoP} header, "" when there is none
 * @param target the address as the caller sees it, whatever stands between the caller and this process
 * @param tokenInQuery whether the address carries a token, which is never taken (RFC 6750 §2.3 is not supported)
 */
record ResourceRequest(String method, URI target, String authorization, String proof, boolean tokenInQuery) {
    /**
     * Reads a request.
     *
     * @param origin our public one: a proxy may have changed what the request says of it
     * @throws ProtocolError {@code invalid_request} when a header appears twice
     */
    static ResourceRequest of(HttpServletRequest http, URI origin) {
        return new ResourceRequest(
                http.getMethod(),
                URI.create(origin + http.getRequestURI()),
                SingleHeader.of(http, "Authorization"),
                SingleHeader.of(http, "DPoP"),
                hasToken(Optional.ofNullable(http.getQueryString()).orElse("")));
    }

    private static boolean hasToken(String query) {
        return Arrays.stream(query.split("&"))
                .anyMatch(pair -> pair.equals("access_token") || pair.startsWith("access_token="));
    }
}
