package org.entente.names.barrier.probe;

/**
 * What is written into a system.
 *
 * @param full the name, in stored form unless the probe is about that
 * @param alone whether nothing may be put beside it, not even where there is a place for a given name
 * @param form its bearer's form for systems that have A to Z; empty for none
 */
public record Entry(String full, boolean alone, String form) {
    /** What stands in the place of the given name where there is one: a town. */
    public static final String OTHER_PART = "Kenora";

    /** A name as the probes give it. */
    public static Entry of(String full) {
        return new Entry(full, false, "");
    }

    /** A name of one word, with nothing beside it. */
    public static Entry alone(String full) {
        return new Entry(full, true, "");
    }
}
