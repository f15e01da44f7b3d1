package org.entente.node.verification;

import java.net.URI;
import org.entente.node.kernel.Language;

/** Who started a presentation, and so alone may collect its result. */
public sealed interface Starter {
    /** What only the starter knows or is; kept as a digest. */
    String secret();

    /**
     * A person's browser at one of our own services.
     *
     * @param token a secret that only this browser has
     * @param network from which it came
     * @param back the service's page, without the language; the browser comes back to it with {@code /<presentation>} added
     */
    record Browser(String token, Language language, String network, String back) implements Starter {
        @Override
        public String secret() {
            return secretOfBrowser(token);
        }
    }

    /**
     * Another system, through the API. It binds the result to its own user by the response code that comes back with the
     * user's browser (OID4VP 1.0 §13.3).
     *
     * @param address the system's own page, to which the browser comes back
     */
    record Client(String clientId, URI address) implements Starter {
        @Override
        public String secret() {
            return secretOfClient(clientId);
        }
    }

    /** Under what a browser's presentations are found. */
    static String secretOfBrowser(String token) {
        return "browser " + token;
    }

    /** Under what a client's presentations are found. */
    static String secretOfClient(String clientId) {
        return "client " + clientId;
    }
}
