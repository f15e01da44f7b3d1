package org.entente.names.profile;

import java.util.Arrays;

/** How far a profile may be relied upon. */
public enum Status {
    /** Somebody wrote it down; the community has not said that it is right. */
    DRAFT("draft"),
    /** The community, or whoever speaks for its language, has approved it; worth what the signature over it is worth. */
    COMMUNITY_APPROVED("community-approved");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    /** The word in the document. */
    public String code() {
        return code;
    }

    static Status of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a status"));
    }
}
