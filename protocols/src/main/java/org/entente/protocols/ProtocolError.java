package org.entente.protocols;

/**
 * Malformed input at the edge: the caller broke the protocol. The only exception that protocol code throws; a refusal
 * that the caller must choose between is a value instead.
 */
public final class ProtocolError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String publicText;

    /**
     * @param code the error code of the caller's protocol, for instance {@code invalid_request} (RFC 6749 §5.2)
     * @param publicText what the caller may read; never contains what the caller sent
     * @param privateText what our log may say; never contains a secret or a personal datum
     */
    public ProtocolError(String code, String publicText, String privateText) {
        super(code + ": " + privateText);
        this.code = code;
        this.publicText = publicText;
    }

    /** An error whose public text is all that is to be said. */
    public ProtocolError(String code, String publicText) {
        this(code, publicText, publicText);
    }

    /** The error code of the caller's protocol. */
    public String code() {
        return code;
    }

    /** What the caller may read. */
    public String publicText() {
        return publicText;
    }
}
