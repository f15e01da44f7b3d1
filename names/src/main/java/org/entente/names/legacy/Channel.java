package org.entente.names.legacy;

import java.util.regex.Pattern;

/**
 * A system, or a kind of system, that cannot write every name.
 *
 * @param id for instance {@code icao-mrz-td3} or {@code agency:health-card}; approved forms are recorded under it
 * @param most the most characters it takes
 */
public record Channel(String id, Repertoire repertoire, int most) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9:-]{0,79}");

    /** The name in the machine-readable zone of a passport (ICAO Doc 9303-4: 39 characters). */
    public static final Channel MRZ_PASSPORT = new Channel("icao-mrz-td3", Repertoire.MRZ, 39);

    /** The same of a card (ICAO Doc 9303-5: 30 characters). */
    public static final Channel MRZ_CARD = new Channel("icao-mrz-td1", Repertoire.MRZ, 30);

    /** The whole name in Latin-1, 150 characters. */
    public static final Channel LATIN1 = new Channel("latin1-150", Repertoire.LATIN1, 150);

    /** {@code family_name} of an ISO/IEC 18013-5 document: the family's name, or the only one. */
    public static final Channel MDOC_FAMILY_NAME = new Channel("iso18013-family-name", Repertoire.LATIN1, 150);

    /** {@code given_name} of an ISO/IEC 18013-5 document. */
    public static final Channel MDOC_GIVEN_NAME = new Channel("iso18013-given-name", Repertoire.LATIN1, 150);

    /** A name element of an AAMVA card: ASCII, 40 characters. */
    public static final Channel ASCII = new Channel("ascii-40", Repertoire.ASCII, 40);

    public Channel {
        if (!ID.matcher(id).matches() || most < 1) {
            throw new IllegalArgumentException("a channel has an id of small letters and takes at least one character");
        }
    }

    /** Whether a form for it is made of a name's parts, where it has them: with other parts it is another form. */
    public boolean isOfParts() {
        return repertoire == Repertoire.MRZ || equals(MDOC_FAMILY_NAME) || equals(MDOC_GIVEN_NAME);
    }

    /** A field of an agency's own system. */
    public static Channel fixedWidth(String agency, Repertoire repertoire, int most) {
        return new Channel("agency:" + agency, repertoire, most);
    }
}
