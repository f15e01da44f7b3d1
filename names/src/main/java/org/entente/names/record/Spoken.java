package org.entente.names.record;

import com.ibm.icu.text.Normalizer2;

/**
 * How a name is said, as its bearer has told or recorded it; empty texts for what they did not. Both texts are composed (NFC):
 * what is signed is over these very bytes.
 *
 * @param respelling in letters that everyone reads, for instance {@code "ee-KAL-oo-eet"}
 * @param respelledIn whose everyday letters these are, as a BCP 47 tag, for instance {@code en}; "" where nobody said
 * @param audioDigest SHA-256 of the recording in hexadecimal; the recording itself is kept elsewhere
 * @param audioType the recording's media type
 */
public record Spoken(String ipa, String respelling, String respelledIn, String audioDigest, String audioType) {
    /** Nobody has said. */
    public static final Spoken UNKNOWN = new Spoken("", "", "", "", "");

    /** @throws IllegalArgumentException when a recording has no type, a type no recording, or a digest is none */
    public Spoken {
        if (audioDigest.isEmpty() != audioType.isEmpty()) {
            throw new IllegalArgumentException("a recording has a digest and a type");
        }
        if (!audioDigest.isEmpty() && !audioDigest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a digest is 64 hexadecimal digits");
        }
        ipa = Normalizer2.getNFCInstance().normalize(ipa);
        respelling = Normalizer2.getNFCInstance().normalize(respelling);
        respelledIn = respelling.isEmpty() ? "" : respelledIn;
    }

    /** As somebody told in writing, without a recording. */
    public static Spoken told(String ipa, String respelling, String respelledIn) {
        return new Spoken(ipa, respelling, respelledIn, "", "");
    }

    /** The same with this recording; with two empty texts without any. */
    public Spoken recorded(String digest, String type) {
        return new Spoken(ipa, respelling, respelledIn, digest, type);
    }

    /** Whether there is anything to say it by. */
    public boolean isKnown() {
        return !equals(UNKNOWN);
    }
}
