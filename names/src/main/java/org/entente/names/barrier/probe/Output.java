package org.entente.names.barrier.probe;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;

/**
 * A name as it comes out of a system.
 *
 * @param outlet which output
 * @param text what stands there
 */
public record Output(Outlet outlet, String text) {
    /** What an output is for. */
    public enum Kind {
        /** What is kept: an interface's answer, the text of a page. */
        DATA,
        /** What a reader sees: text as a page draws it, a letter, a card. */
        SHOWN,
        /** A file for another system. */
        FILE,
        /** The machine-readable zone. */
        MRZ,
        /** A form for systems that have A to Z, or another channel of its own. */
        CHANNEL,
        /** What the reader of a mobile licence shows. */
        MDL,
        /** A message of HL7 version 2. */
        HL7,
        /** A digest or a signature over the name. */
        DIGEST,
        /** An account's name or address. */
        LOGIN,
        /** What the bearer sees of former names. */
        HISTORY;

        /** The word in descriptions. */
        public String code() {
            return UCharacter.toLowerCase(ULocale.ROOT, name());
        }
    }

    /**
     * Where names come out.
     *
     * @param name what the operator calls it
     * @param channel of a {@link Kind#CHANNEL}: which one; else empty
     */
    public record Outlet(String name, Kind kind, String channel) {}
}
