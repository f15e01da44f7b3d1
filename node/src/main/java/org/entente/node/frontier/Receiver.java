package org.entente.node.frontier;

import java.net.URI;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Extension point: takes the messages of one type. Implemented by the room that understands the type. */
public interface Receiver {
    /** The type, as in {@link Frontier#post}. */
    String type();

    /**
     * Takes a message whose signature, age and shape were verified; each message comes once. Runs in the transaction that
     * marks the message as received: a refusal or an exception undoes everything.
     * A {@link org.entente.protocols.ProtocolError} says that the body, though its schema allows it, cannot be read: the
     * sender is told so, as of a body that the schema forbids.
     *
     * @param sender the entity identifier of the node that signed it
     * @param body what the schema of the type allows
     */
    ReceiveOutcome receive(URI sender, ObjectNode body, Instant now);
}
