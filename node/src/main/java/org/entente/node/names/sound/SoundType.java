package org.entente.node.names.sound;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of recording that are taken. What it is, its own bytes say, and not who sends it. */
public enum SoundType {
    WAV("audio/wav") {
        @Override
        boolean fits(byte[] sound) {
            return at(sound, 0, "RIFF") && at(sound, 8, "WAVE");
        }
    },
    OGG("audio/ogg") {
        @Override
        boolean fits(byte[] sound) {
            return at(sound, 0, "OggS");
        }
    },
    WEBM("audio/webm") {
        @Override
        boolean fits(byte[] sound) {
            return at(sound, 0, "\u001aE\u00df\u00a3");
        }
    },
    MP4("audio/mp4") {
        @Override
        boolean fits(byte[] sound) {
            return at(sound, 4, "ftyp");
        }
    },
    MPEG("audio/mpeg") {
        @Override
        boolean fits(byte[] sound) {
            return at(sound, 0, "ID3") || (sound.length > 3 && sound[0] == (byte) 0xFF && (sound[1] & 0xE6) == 0xE2);
        }
    };

    private final String mediaType;

    SoundType(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract boolean fits(byte[] sound);

    public String mediaType() {
        return mediaType;
    }

    /** What some bytes are; empty when they are no recording of a kind that is taken. */
    public static Optional<SoundType> of(byte[] sound) {
        return Arrays.stream(values()).filter(type -> type.fits(sound)).findFirst();
    }

    private static boolean at(byte[] sound, int start, String sign) {
        byte[] bytes = sign.getBytes(StandardCharsets.ISO_8859_1);
        return sound.length >= start + bytes.length
                && Arrays.equals(sound, start, start + bytes.length, bytes, 0, bytes.length);
    }
}
