package org.entente.node.agreements.decide;

/** What became of an officer's word for something that takes two. */
public sealed interface Decided<T> {
    /** It is the first, and waits for another officer's. */
    record Asked<T>() implements Decided<T> {}

    /** It is the same officer's again. */
    record SameOfficer<T>() implements Decided<T> {}

    /** Another word about the same subject waits; it is confirmed, or taken back first. */
    record OtherWaits<T>() implements Decided<T> {}

    /** It is the second, or what was asked for could not be done whoever wants it. */
    record Performed<T>(T outcome) implements Decided<T> {}
}
