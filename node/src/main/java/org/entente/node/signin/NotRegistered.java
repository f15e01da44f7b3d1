package org.entente.node.signin;

/** A system with a valid token asks for whom or for what it was not registered (403). */
public final class NotRegistered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String publicText;

    NotRegistered(String publicText) {
        super(publicText);
        this.publicText = publicText;
    }

    /** For the client's developer. */
    public String publicText() {
        return publicText;
    }
}
