package org.entente.node.agreements.negotiation;

import java.util.Locale;

/** Why a move changes nothing. */
public enum Objection {
    /** The government is no party to the text. */
    NOT_A_PARTY,
    /** No key of the government signed it. */
    FORGED,
    /** It is about a version that is not being talked about. */
    OTHER_VERSION,
    /** It bears a time to come. */
    FROM_THE_FUTURE,
    /** Nobody proposed anything for so long that the talks have ended. */
    EXPIRED,
    /** As many moves of that government are on the table as may be. */
    TOO_MANY_MOVES,
    /** It answers a text, or names one, that is not on the table here. */
    TEXT_MISSING,
    /** The text that comes with it is not the one that it names. */
    OTHER_TEXT,
    /** The text is between others than those who talk, or names another depositary. */
    OTHER_PARTIES;

    /** The reason's name in interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
