package org.entente.node.signin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Text;
import org.entente.protocols.oauth.AuthorizationRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Extension point: what clients may ask a person to permit by the authorization code grant (RFC 6749 §4.1). The room that
 * contributes it knows what its scopes and details mean; this room knows who asks, who answers, and what tokens are due.
 */
public interface Permission {
    /** Its name, never changed: requests under way are kept with it. */
    String name();

    /** The scopes that it knows. */
    Set<String> scopes();

    /** The types of authorization details that it knows (RFC 9396 §2). */
    Set<String> detailTypes();

    /**
     * Judges a request when it is pushed, before anybody is asked.
     *
     * @param request whose details are all of those types; scopes that are not known are to be passed over
     */
    AskOutcome ask(AuthorizationRequest request, Instant now);

    /**
     * Prepares the question to a person who is signed in. Asked each time the page is shown and once more with the answer.
     *
     * @param request names the request under way, for pages that lead back to {@code /authorize/<request>}
     * @param asked as {@link #ask} understood it
     */
    ConsentOutcome consent(PersonId person, UUID request, ObjectNode asked, Instant now);

    /** Turns a person's yes into what tokens carry. Runs in one transaction with the making of the code. */
    Permitted permit(PersonId person, ObjectNode asked, Instant now);

    /**
     * What a token carries for which the client asks in more detail than it was permitted (RFC 9396 §6).
     *
     * @param permitted as {@link #permit} gave it
     * @throws org.entente.protocols.ProtocolError {@code invalid_authorization_details} when it asks for more
     */
    Permitted narrow(Permitted permitted, List<ObjectNode> details);

    /** What was permitted, in few words each, for the person who permitted it. */
    List<Text> describe(Permitted permitted);

    /** What became of a request when it was pushed. */
    sealed interface AskOutcome {
        /**
         * It can be put to a person.
         *
         * @param asked what is asked for, for this permission to read again; no personal values
         */
        record Understood(ObjectNode asked) implements AskOutcome {}

        /** It cannot be asked; a code of RFC 6749 §4.1.2.1, 8707 or 9396 and a text for the client's developer. */
        record Refused(String code, String publicText) implements AskOutcome {}
    }

    /**
     * What tokens carry.
     *
     * @param scopes of the token
     * @param details for the resource to find in {@link AccessToken#details}; no personal values
     * @param responseMembers for the client to find in the token response
     */
    record Permitted(Set<String> scopes, ObjectNode details, ObjectNode responseMembers) {
        public Permitted {
            scopes = Set.copyOf(scopes);
        }
    }
}
