package org.entente.names.barrier.probe;

/** What can be done at a door besides writing a name and reading it back. */
public enum Ability {
    /** A given name and a family name have a place each. */
    PARTS,
    /** Names come in over a boundary at which they could be composed; a bare column composes nothing. */
    BOUNDARY,
    /** One looks for names. */
    SEARCH,
    /** All names come in an order. */
    LIST,
    /** The system says by itself who a name belongs to. */
    MATCH,
    /** A name is replaced by another. */
    RENAME,
    /** It answers in its own words, and as HTTP does: there is a status that a filter sets, and a text that people read. */
    ANSWERS,
    /** A form for other systems is written beside the name. */
    FORM
}
