package org.entente.names.legacy;

/**
 * One thing that a form for another system does not say.
 *
 * @param written what stands in the name
 * @param becomes what stands in the form; empty when nothing does
 */
public record Loss(String written, String becomes, Kind kind) {
    /** What becomes of a sign. */
    public enum Kind {
        /** Others stand for it. */
        REPLACED("replaced"),
        /** Nothing stands for it. */
        LEFT_OUT("left-out"),
        /** It and all that follows has no room. */
        CUT("cut"),
        /** It is in capitals now, and had capitals among small letters. */
        CASE("case");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word in data formats. */
        public String code() {
            return code;
        }
    }
}
