package org.entente.protocols.oauth;

/** The error codes of the specifications that this package implements. */
public final class OAuthErrors {
    /** RFC 6749 §5.2, RFC 6750 §3.1. */
    public static final String INVALID_REQUEST = "invalid_request";

    /** RFC 6749 §5.2. */
    public static final String INVALID_CLIENT = "invalid_client";

    /** RFC 6749 §5.2. */
    public static final String INVALID_GRANT = "invalid_grant";

    /** RFC 6749 §5.2. */
    public static final String UNAUTHORIZED_CLIENT = "unauthorized_client";

    /** RFC 6749 §5.2. */
    public static final String UNSUPPORTED_GRANT_TYPE = "unsupported_grant_type";

    /** RFC 6749 §5.2. */
    public static final String INVALID_SCOPE = "invalid_scope";

    /** RFC 6749 §4.1.2.1. */
    public static final String ACCESS_DENIED = "access_denied";

    /** RFC 6749 §4.1.2.1. */
    public static final String UNSUPPORTED_RESPONSE_TYPE = "unsupported_response_type";

    /** RFC 9101 §6.2, as RFC 9126 §2.3 uses it. */
    public static final String INVALID_REQUEST_OBJECT = "invalid_request_object";

    /** RFC 9396 §5. */
    public static final String INVALID_AUTHORIZATION_DETAILS = "invalid_authorization_details";

    /** RFC 8707 §2. */
    public static final String INVALID_TARGET = "invalid_target";

    /** RFC 7009 §2.2.1. */
    public static final String UNSUPPORTED_TOKEN_TYPE = "unsupported_token_type";

    /** RFC 6750 §3.1. */
    public static final String INVALID_TOKEN = "invalid_token";

    /** RFC 6750 §3.1. */
    public static final String INSUFFICIENT_SCOPE = "insufficient_scope";

    /** RFC 9449 §5. */
    public static final String INVALID_DPOP_PROOF = "invalid_dpop_proof";

    /** RFC 9449 §8 and §9. */
    public static final String USE_DPOP_NONCE = "use_dpop_nonce";

    /** Not now; the same request may pass later (RFC 6749 §4.1.2.1). */
    public static final String TEMPORARILY_UNAVAILABLE = "temporarily_unavailable";

    private OAuthErrors() {}
}
