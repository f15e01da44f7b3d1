package org.entente.node.verification;

import java.util.Arrays;
import java.util.Locale;

/**
 * Why a wallet could not answer, as far as its error has a word that is known (OID4VP 1.0 §8.5; RFC 6749 §4.1.2.1; RFC 9101
 * §7). A word that nobody knows is not repeated.
 */
public enum WalletError {
    INVALID_REQUEST(Kind.REQUEST),
    INVALID_SCOPE(Kind.REQUEST),
    INVALID_CLIENT(Kind.REQUEST),
    INVALID_TRANSACTION_DATA(Kind.REQUEST),
    INVALID_REQUEST_URI_METHOD(Kind.REQUEST),
    INVALID_REQUEST_URI(Kind.REQUEST),
    INVALID_REQUEST_OBJECT(Kind.REQUEST),
    UNSUPPORTED_RESPONSE_TYPE(Kind.REQUEST),
    UNAUTHORIZED_CLIENT(Kind.REQUEST),
    VP_FORMATS_NOT_SUPPORTED(Kind.FORMAT),
    WALLET_UNAVAILABLE(Kind.UNAVAILABLE),
    TEMPORARILY_UNAVAILABLE(Kind.UNAVAILABLE),
    SERVER_ERROR(Kind.OTHER),
    /** Any other word. */
    OTHER(Kind.OTHER);

    private final Kind kind;

    WalletError(Kind kind) {
        this.kind = kind;
    }

    /** What that means for the person. */
    public enum Kind {
        /** The wallet finds our request not in order. */
        REQUEST,
        /** The wallet has no format that we take. */
        FORMAT,
        /** There is no wallet, or not at this moment. */
        UNAVAILABLE,
        /** Something else. */
        OTHER;

        /** Its name in the catalogue. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The error that has this word; {@link #OTHER} where none has. */
    public static WalletError of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst()
                .orElse(OTHER);
    }

    /** As it stands on the wire, in the database and in interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means for the person. */
    public Kind kind() {
        return kind;
    }
}
