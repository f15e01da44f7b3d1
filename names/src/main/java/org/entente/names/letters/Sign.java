package org.entente.names.letters;

/** What a stretch of a name is in an orthography. */
public sealed interface Sign {
    /**
     * A letter, or another form of it.
     *
     * @param rank its place in the alphabet, from 0
     * @param base the letter as the alphabet has it
     */
    record Letter(int rank, String base) implements Sign {}

    /** A space, a hyphen, a full stop, an apostrophe, or a mark that does not count when names are sorted. */
    record Separator() implements Sign {}

    /**
     * Not a letter here, and often written for one.
     *
     * @param published whether the profile says so itself; otherwise it says so of the small letters, and these are capitals
     */
    record Confusable(String meant, boolean published) implements Sign {}

    /** Nothing that shows: a sign for machines, or space around the name. */
    record Invisible() implements Sign {}

    /** Outside the alphabet; perhaps right all the same. */
    record Foreign() implements Sign {}
}
