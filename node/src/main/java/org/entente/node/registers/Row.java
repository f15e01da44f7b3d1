package org.entente.node.registers;

import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/**
 * One record as it stands in a source.
 *
 * @param letterCode as the source writes it; kept under a key only ({@link LetterCodes})
 */
record Row(RecordId id, LocalDate birthDate, String letterCode, ObjectNode claims) {
    /** Never its content. */
    @Override
    public String toString() {
        return "Row[…]";
    }
}
