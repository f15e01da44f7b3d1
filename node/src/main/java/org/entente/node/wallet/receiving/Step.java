package org.entente.node.wallet.receiving;

/** The steps of an issuance, in order, as a holder can follow them. */
public enum Step {
    OFFER("wallet.step.offer"),
    ISSUER("wallet.step.issuer"),
    PERMISSION("wallet.step.permission"),
    COPIES("wallet.step.copies"),
    CHECKS("wallet.step.checks");

    private final String messageKey;

    Step(String messageKey) {
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
