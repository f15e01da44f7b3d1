package org.entente.node.kernel;

/**
 * A government: all kinds have the same standing.
 *
 * @param code ISO 3166-2 where it has one ({@code CA-QC}), otherwise a code the council assigns
 */
public record Jurisdiction(String code, Text name, Kind kind) {
    /** The kinds of government that conclude ententes. */
    public enum Kind {
        FEDERAL,
        PROVINCE,
        TERRITORY,
        MUNICIPALITY,
        FIRST_NATION,
        INUIT,
        METIS
    }

    public Jurisdiction {
        if (!code.matches("[A-Z0-9-]{2,32}")) {
            throw new IllegalArgumentException("a jurisdiction's code is 2 to 32 of A-Z, 0-9 and hyphen");
        }
    }
}
