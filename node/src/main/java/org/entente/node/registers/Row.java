package org.entente.node.registers;

import java.time.LocalDate;
import org.entente.node.kernel.Secrets;
import tools.jackson.databind.node.ObjectNode;

/**
 * One record as it stands in a source.
 *
 * @param letterCode the digest of the code; the code itself is not kept
 */
record Row(RecordId id, LocalDate birthDate, byte[] letterCode, ObjectNode claims) {
    /** The digest of a letter's code, different for each record. */
    static byte[] letterCode(RecordId record, String code) {
        return Secrets.hash(record.register() + "\n" + record.number() + "\n" + RecordId.normalised(code));
    }

    /** Never its content. */
    @Override
    public String toString() {
        return "Row[…]";
    }
}
