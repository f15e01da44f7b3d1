package org.entente.node.agreements.life;

import java.util.Locale;

/** Why an act or a transition changes nothing. */
public enum Rejection {
    /** It is about another entente or another version of its document. */
    OTHER_DOCUMENT,
    /** It does not follow the last transition: an earlier one is missing. */
    OUT_OF_ORDER,
    /** It has the number of a transition that we have, and is another one. */
    CONTRADICTS_HISTORY,
    /** It names another predecessor than our last transition. */
    WRONG_PREDECESSOR,
    /** No pinned key of the depositary signed it. */
    NOT_BY_DEPOSITARY,
    /** It bears a time to come, or one before its predecessor's. */
    WRONG_TIME,
    /** It must be the entry into force, and only the first transition may be. */
    WRONG_CONTENT,
    /** A party's signature over the document is missing or does not verify. */
    SIGNATURE_MISSING,
    /** The document that it brings into force is not known here. */
    DOCUMENT_MISSING,
    /** The document does not replace the one in force, or is not between exactly those who stay bound. */
    NOT_THE_NEXT_VERSION,
    /** The keys are another party's. */
    KEYS_TAKEN,
    /** The acting government is not bound by the entente. */
    NOT_A_PARTY,
    /** No pinned key of the acting party signed it. */
    FORGED,
    /** The entente has already taken an act of that party and id. */
    SPENT,
    /** The party may not do that alone, or not at all. */
    NOT_ENTITLED,
    /** It would stop an issuer or a type of credential that neither the text nor a party names. */
    UNNAMED,
    /** There is no such suspension. */
    NO_SUCH_SUSPENSION,
    /** There is no such accession to approve. */
    NO_SUCH_ACCESSION,
    /** Approvals are missing. */
    NOT_APPROVED,
    /** The newcomer is bound already, or shares a key or authority with a party. */
    ALREADY_BOUND,
    /** The entente is not open to a government of that kind. */
    NOT_OPEN,
    /** The entente has as many parties as it can. */
    FULL,
    /** It was signed too long ago to be ordered. */
    LAPSED,
    /** The same act of the same government waits already, or has its effect; or it has entrusted another in the same place. */
    REPEATED,
    /** A newcomer's instrument is brought by the newcomer, or by a party that approves it. */
    NOT_ITS_OWN,
    /** As many acts of that government wait, or were taken within a day, as may. */
    TOO_MANY_ACTS;

    /** Whether what is rejected stays so, however long it waits. */
    public boolean isForGood() {
        return this != WRONG_TIME && this != FULL && this != DOCUMENT_MISSING;
    }

    /** The reason's name in interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
