package org.entente.node.signin.session;

/** How somebody proved who signs in. */
public enum Means {
    /** A one-time code in a mail: whoever reads the mailbox. */
    CODE,
    /** A passkey with the person's verification: resists phishing. */
    PASSKEY,
    /** A printed recovery code. */
    RECOVERY_CODE
}
