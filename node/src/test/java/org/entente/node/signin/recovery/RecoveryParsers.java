package org.entente.node.signin.recovery;

import java.util.List;
import org.entente.protocols.fuzz.Parser;

/** The reader of recovery codes as people type them. */
public final class RecoveryParsers {
    private RecoveryParsers() {}

    public static List<Parser> all() {
        return List.of(Parser.ofTyped(
                "recovery-code",
                text -> RecoveryCode.parse(text).map(RecoveryCode::printed),
                "0123 4567 89AB CDEF GHJK",
                "o1l3-4567-89ab-cdef-ghjk"));
    }
}
