package org.entente.protocols.dcql;

/** One step of a claims path pointer (OID4VP 1.0 §7). */
public sealed interface Segment {
    /** The member of this name. */
    record Member(String name) implements Segment {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The element of an array at this place, counted from nought. */
    record Position(int index) implements Segment {
        @Override
        public String toString() {
            return Integer.toString(index);
        }
    }

    /** All elements of an array; {@code null} in JSON. */
    record Every() implements Segment {
        @Override
        public String toString() {
            return "*";
        }
    }

    /** Whether what the other selects is all selected by this one. */
    default boolean covers(Segment other) {
        return switch (this) {
            case Member _, Position _ -> equals(other);
            case Every _ -> other instanceof Every || other instanceof Position;
        };
    }
}
