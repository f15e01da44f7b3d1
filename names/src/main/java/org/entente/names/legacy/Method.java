package org.entente.names.legacy;

/** Where a form comes from; of several, the first in this order is what counts. */
public enum Method {
    /** The person wrote it. */
    PERSON_CHOSEN("person-chosen"),
    /** The community's profile says so, for every sign that had to change. */
    PROFILE("profile"),
    /** An agency's published table. */
    AGENCY("agency"),
    /** The usual transliteration of travel documents, completed from the profile and from our own proposals. */
    ICAO_TABLE("icao-table"),
    /** Nothing had to change. */
    UNCHANGED("unchanged");

    private final String code;

    Method(String code) {
        this.code = code;
    }

    /** The word in data formats. */
    public String code() {
        return code;
    }
}
