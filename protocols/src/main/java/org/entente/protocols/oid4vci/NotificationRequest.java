package org.entente.protocols.oid4vci;

import java.util.Arrays;
import java.util.Locale;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a wallet tells an issuer of the fate of what it was handed (OID4VCI 1.0 §11.1). A description, if there is one, is
 * passed over: nobody here reads a wallet's prose.
 *
 * @param notificationId as it came with the credentials (§8.3)
 */
public record NotificationRequest(String notificationId, Event event) {
    /** The error for an identifier that the issuer did not give to this wallet (§11.3). */
    public static final String INVALID_ID = "invalid_notification_id";

    /** The error for a notification that cannot be read (§11.3). */
    public static final String INVALID = "invalid_notification_request";

    /** What became of the credentials of one response: of all, as one. */
    public enum Event {
        /** They are stored. */
        CREDENTIAL_ACCEPTED,
        /** They are not, as their holder did not want them. */
        CREDENTIAL_DELETED,
        /** They are not, for any other reason. */
        CREDENTIAL_FAILURE;

        /** The word on the wire. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws ProtocolError {@code invalid_notification_request} when a member is missing or malformed */
    public static NotificationRequest parse(ObjectNode request) {
        Members members = new Members(request, INVALID);
        String event = members.string("event");
        return new NotificationRequest(
                members.string("notification_id"),
                Arrays.stream(Event.values())
                        .filter(known -> known.code().equals(event))
                        .findFirst()
                        .orElseThrow(() -> members.malformed("the event is unknown")));
    }

    /** Reads a notification from UTF-8 bytes; as {@link #parse(ObjectNode)}, also where they are no JSON object. */
    public static NotificationRequest parse(byte[] utf8) {
        ObjectNode request;
        try {
            request = Json.object(utf8);
        } catch (ProtocolError e) {
            throw new ProtocolError(INVALID, e.publicText());
        }
        return parse(request);
    }

    /** The JSON form. */
    public ObjectNode toJson() {
        return Json.newObject().put("notification_id", notificationId).put("event", event.code());
    }
}
