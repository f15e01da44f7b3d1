package org.entente.node.signin.proof;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oauth.OAuthErrors;

/** Reads a header on which a decision rests: sent twice it is ambiguous, and refused (RFC 9449 §4.3). */
public final class SingleHeader {
    private SingleHeader() {}

    /**
     * The value of a header, "" when there is none.
     *
     * @throws ProtocolError {@code invalid_request} when there are several
     */
    public static String of(HttpServletRequest http, String name) {
        List<String> values = Collections.list(http.getHeaders(name));
        if (values.size() > 1) {
            throw new ProtocolError(OAuthErrors.INVALID_REQUEST, "the header " + name + " appears more than once");
        }
        return values.isEmpty() ? "" : values.getFirst();
    }
}
