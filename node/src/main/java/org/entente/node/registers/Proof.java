package org.entente.node.registers;

import java.time.LocalDate;

/**
 * What a person gives to be matched to a record.
 *
 * @param letterCode from the letter, however it is spaced
 */
public record Proof(RecordId record, LocalDate birthDate, String letterCode) {
    /** Never its content. */
    @Override
    public String toString() {
        return "Proof[…]";
    }
}
