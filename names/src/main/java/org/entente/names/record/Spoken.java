package org.entente.names.record;

/**
 * How a name is said, as its bearer has told or recorded it; empty texts for what they did not.
 *
 * @param respelling in letters that everyone reads, for instance {@code "ee-KAL-oo-eet"}
 * @param audioDigest SHA-256 of the recording in hexadecimal; the recording itself is kept elsewhere
 * @param audioType the recording's media type
 */
public record Spoken(String ipa, String respelling, String audioDigest, String audioType) {
    /** Nobody has said. */
    public static final Spoken UNKNOWN = new Spoken("", "", "", "");

    /** @throws IllegalArgumentException when a recording has no type, a type no recording, or a digest is none */
    public Spoken {
        if (audioDigest.isEmpty() != audioType.isEmpty()) {
            throw new IllegalArgumentException("a recording has a digest and a type");
        }
        if (!audioDigest.isEmpty() && !audioDigest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a digest is 64 hexadecimal digits");
        }
    }

    /** Whether there is anything to say it by. */
    public boolean isKnown() {
        return !equals(UNKNOWN);
    }
}
