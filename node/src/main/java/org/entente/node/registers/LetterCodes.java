package org.entente.node.registers;

import java.nio.charset.StandardCharsets;
import org.entente.node.keys.Keys;
import org.springframework.stereotype.Component;

/**
 * How the codes of letters are kept: under a key that is not in the database. A code has too few characters to withstand
 * whoever got the records and tries them all.
 */
@Component
final class LetterCodes {
    private final Keys keys;

    LetterCodes(Keys keys) {
        this.keys = keys;
    }

    /** A code's authentication code, another for each record. */
    byte[] kept(RecordId record, String code) {
        String text = record.register() + "\n" + record.number() + "\n" + RecordId.normalised(code);
        return keys.mac("register letter code", text.getBytes(StandardCharsets.UTF_8));
    }
}
