package org.entente.node.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** What a grant comes to. */
public sealed interface GrantOutcome {
    /**
     * A token is due.
     *
     * @param subject on whose behalf
     * @param clientId to whom, "" when the client did not name itself
     * @param details for the resource to find in {@link AccessToken#details}; no personal values
     * @param responseMembers for the client to find in the token response
     * @param authorization the person's permission with which the token ends, if it came of one
     */
    record Granted(
            String subject,
            String clientId,
            Set<String> scopes,
            ObjectNode details,
            ObjectNode responseMembers,
            Optional<UUID> authorization)
            implements GrantOutcome {
        public Granted {
            scopes = Set.copyOf(scopes);
        }

        /** A grant that came of no person's permission. */
        public Granted(
                String subject, String clientId, Set<String> scopes, ObjectNode details, ObjectNode responseMembers) {
            this(subject, clientId, scopes, details, responseMembers, Optional.empty());
        }

        /** A grant that tells the resource and the client nothing further. */
        public Granted(String subject, String clientId, Set<String> scopes) {
            this(subject, clientId, scopes, Json.newObject(), Json.newObject());
        }
    }

    /**
     * No token.
     *
     * @param code of RFC 6749 §5.2 or the grant's own specification
     * @param publicText for the client's developer
     * @param counted whether a wrong guess was counted, which stands whatever else is wrong with the request
     */
    record Refused(String code, String publicText, boolean counted) implements GrantOutcome {
        /** For anything but a wrong guess. */
        public Refused(String code, String publicText) {
            this(code, publicText, false);
        }
    }

    /**
     * No token yet: what was lost may be had again then.
     *
     * @param retryAfter when
     */
    record Later(Duration retryAfter) implements GrantOutcome {}
}
