package org.entente.node.signin.notice;

/** What a person is told of. */
public enum SecurityNews {
    NEW_DEVICE("new-device"),
    PASSKEY_ADDED("passkey-added"),
    PASSKEY_CONFIRMED("passkey-confirmed"),
    PASSKEY_REMOVED("passkey-removed"),
    PASSKEY_COPIED("passkey-copied"),
    RECOVERY_CODE_MADE("recovery-made"),
    RECOVERY_CODE_USED("recovery-used"),
    MAIL_CODES_STOPPED("mail-stopped"),
    MAIL_CODES_RESUMED("mail-resumed");

    private final String key;

    SecurityNews(String key) {
        this.key = key;
    }

    /** In the keys of its texts. */
    String key() {
        return key;
    }
}
