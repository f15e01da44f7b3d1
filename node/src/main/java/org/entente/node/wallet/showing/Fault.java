package org.entente.node.wallet.showing;

import org.entente.node.outside.Unreachable;
import org.entente.node.wallet.Trouble;

/** Why a request is not, or not yet, answered. Each has a text that says what happened and one on what to do next. */
public enum Fault {
    ADDRESS_REFUSED("wallet.fault.address", "wallet.then.leave", false),
    NO_ANSWER("wallet.fault.no-answer", "wallet.then.again", true),
    VERIFIER_FAULT("wallet.fault.verifier", "wallet.then.again", true),
    MALFORMED("wallet.fault.malformed", "wallet.then.tell", false),
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

    /** As the holder reads it. */
    public Trouble trouble() {
        return trouble;
    }
}
