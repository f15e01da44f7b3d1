package org.entente.node.trust;

/** What became of an introduction. */
public sealed interface IntroductionOutcome {
    /** The entity's configuration is genuine; its keys are known from now on. */
    record Introduced(Introduction introduction) implements IntroductionOutcome {}

    /** It is not, and nothing changed. */
    record NotIntroduced(Reason reason) implements IntroductionOutcome {}

    /** Why not. */
    enum Reason {
        /** The address is not that of a node, or is our own. */
        NO_NODE_ADDRESS,
        /** Nothing that could be used is published there. */
        UNREACHABLE,
        /** What is published there is not the configuration of an Entente node of that identifier. */
        MALFORMED,
        /** It has ended, or has not begun, or the entity did not sign it. */
        NOT_GENUINE,
        /** It is not signed by a key that is pinned for the entity. */
        NOT_PINNED
    }
}
