package org.entente.node.registers;

import java.time.Instant;

/** What became of an attempt to be matched to a record. */
public sealed interface MatchOutcome {
    /** The account holds the record from now on. */
    record Matched(RecordId record) implements MatchOutcome {}

    /** The account holds a record of this register already. */
    record AlreadyMatched() implements MatchOutcome {}

    /** No record fits all that was given. Which part was wrong is not told. */
    record NoSuchRecord() implements MatchOutcome {}

    /** Another account holds the record; its holder has been alerted. */
    record HeldByAnother() implements MatchOutcome {}

    /** Nothing was looked up: there were too many attempts by this account, for this record or from this address. */
    record TooManyAttempts(Instant until) implements MatchOutcome {}
}
