package org.entente.node.trust;

/** How the keys under which a node's signatures are believed came to be known. */
public enum KeyBasis {
    /** An entente names them. */
    PINNED,
    /** The node stated them itself, when an officer or a partner had it introduced. */
    INTRODUCED,
    /** The council's directory vouches for them. */
    VOUCHED
}
