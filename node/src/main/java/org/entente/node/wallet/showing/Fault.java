package org.entente.node.wallet.showing;

import org.entente.node.outside.Unreachable;
import org.entente.node.wallet.Trouble;
import org.entente.protocols.oid4vp.WalletAnswer.Declined;

/** Why a request is not, or not yet, answered. Each has a text that says what happened and one on what to do next. */
public enum Fault {
    ADDRESS_REFUSED("wallet.fault.address", "wallet.then.leave", false),
    NO_ANSWER("wallet.fault.no-answer", "wallet.then.again", true),
    VERIFIER_FAULT("wallet.fault.verifier", "wallet.then.again", true),
    MALFORMED("wallet.fault.malformed", "wallet.then.tell", false),
    TRANSACTION_DATA("wallet.fault.transaction-data", "wallet.then.tell", false),
    FORMATS("wallet.fault.formats", "wallet.then.tell", false),
    SCOPE("wallet.fault.scope", "wallet.then.tell", false),
    OTHER_RESPONSE("wallet.fault.other-response", "wallet.then.tell", false),
    OVER("wallet.fault.over", "wallet.then.start-over", false),
    UNKNOWN_KIND("wallet.fault.unknown-kind", "wallet.then.leave", false),
    NOT_AUTHENTIC("wallet.fault.not-authentic", "wallet.then.leave", false),
    ANSWER_ELSEWHERE("wallet.fault.elsewhere", "wallet.then.leave", false),
    NO_AUTHORITY("wallet.fault.no-authority", "wallet.then.leave", false),
    REPEAT_REFUSED("wallet.fault.repeat-refused", "wallet.then.look", false),
    REJECTED("wallet.fault.rejected", "wallet.then.start-over", false);

    private final Trouble trouble;

    Fault(String messageKey, String nextKey, boolean again) {
        this.trouble = new Trouble(messageKey, nextKey, again);
    }

    static Fault of(Unreachable.Reason reason) {
        return switch (reason) {
            case ADDRESS_REFUSED -> ADDRESS_REFUSED;
            case NOT_REACHED, NO_ANSWER -> NO_ANSWER;
            case REDIRECTED, TOO_LONG -> MALFORMED;
        };
    }

    /** By the error that its verifier is told of (OID4VP 1.0 §8.5). */
    static Fault of(Declined error) {
        return switch (error.code()) {
            case Declined.INVALID_TRANSACTION_DATA -> TRANSACTION_DATA;
            case Declined.FORMATS_NOT_SUPPORTED -> FORMATS;
            case Declined.INVALID_SCOPE -> SCOPE;
            case Declined.UNSUPPORTED_RESPONSE_TYPE -> OTHER_RESPONSE;
            default -> MALFORMED;
        };
    }

    /** As the holder reads it. */
    public Trouble trouble() {
        return trouble;
    }
}
