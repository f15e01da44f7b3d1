package org.entente.node.wallet.receiving;

import org.entente.node.outside.Unreachable;
import org.entente.node.wallet.Trouble;

/** Why an issuance stopped. Each has a text that says what happened and one that says what to do next. */
public enum Problem {
    ADDRESS_REFUSED("wallet.problem.address", "wallet.next.elsewhere", false),
    NO_ANSWER("wallet.problem.no-answer", "wallet.next.again", true),
    ISSUER_FAULT("wallet.problem.issuer-fault", "wallet.next.again", true),
    MALFORMED("wallet.problem.malformed", "wallet.next.tell-issuer", false),
    OTHER_ISSUER("wallet.problem.other-issuer", "wallet.next.elsewhere", false),
    NOT_SUPPORTED("wallet.problem.not-supported", "wallet.next.tell-issuer", false),
    CODE_REFUSED("wallet.problem.code-refused", "wallet.next.check-code", true),
    DENIED("wallet.problem.denied", "wallet.next.ask-again", true),
    ANSWER_OVER("wallet.problem.answer-over", "wallet.next.ask-again", true),
    OFFER_OVER("wallet.problem.offer-over", "wallet.next.new-offer", false),
    REFUSED("wallet.problem.refused", "wallet.next.tell-issuer", false),
    ENOUGH("wallet.problem.enough", "wallet.next.later", false),
    NOT_OURS("wallet.problem.not-ours", "wallet.next.elsewhere", false),
    NOT_ALIKE("wallet.problem.not-alike", "wallet.next.elsewhere", false),
    FULL("wallet.problem.full", "wallet.next.make-room", true),
    TOO_MANY_UNDER_WAY("wallet.problem.too-many-under-way", "wallet.next.end-others", false);

    private final Trouble trouble;

    Problem(String messageKey, String nextKey, boolean again) {
        this.trouble = new Trouble(messageKey, nextKey, again);
    }

    static Problem of(Unreachable.Reason reason) {
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
