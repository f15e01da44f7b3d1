package org.entente.names.legacy;

import java.util.Map;
import org.entente.names.profile.LegacyRules;

/** The characters that a system can write. */
public enum Repertoire {
    /** A to Z and the filler, for the machine-readable zone of travel documents (ICAO Doc 9303-3). */
    MRZ {
        @Override
        boolean holds(int codePoint) {
            return (codePoint >= 'A' && codePoint <= 'Z') || codePoint == '<';
        }

        @Override
        Map<String, String> rules(LegacyRules rules) {
            return rules.mrz();
        }
    },
    /** The printable characters of ISO 8859-1. */
    LATIN1 {
        @Override
        boolean holds(int codePoint) {
            return ASCII.holds(codePoint) || (codePoint > 0xA0 && codePoint <= 0xFF && codePoint != 0xAD);
        }

        @Override
        Map<String, String> rules(LegacyRules rules) {
            return rules.latin1();
        }
    },
    /** The printable characters of ASCII. */
    ASCII {
        @Override
        boolean holds(int codePoint) {
            return codePoint >= ' ' && codePoint <= '~';
        }

        @Override
        Map<String, String> rules(LegacyRules rules) {
            return rules.ascii();
        }
    };

    abstract boolean holds(int codePoint);

    /** What the community wants written for its letters here. */
    abstract Map<String, String> rules(LegacyRules rules);

    /** Whether the system can write all of the text. */
    public boolean holds(String text) {
        return text.codePoints().allMatch(this::holds);
    }
}
