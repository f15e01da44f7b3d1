package org.entente.node.agreements.course;

/** The types of this room's messages: the names of their schemas in {@code frontier/messages/}. */
public final class MessageType {
    public static final String MOVE = "entente-move";
    public static final String TABLE = "entente-table";
    public static final String SIGNATURE = "entente-signature";
    public static final String ACT = "entente-act";
    public static final String TRANSITION = "entente-transition";
    public static final String STANDING = "entente-standing";

    private MessageType() {}
}
