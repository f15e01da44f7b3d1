package org.entente.node.issuance.family;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.node.issuance.CredentialType;
import org.entente.node.keys.Keys;
import org.entente.node.registers.RecordId;
import org.springframework.stereotype.Component;

/**
 * The handles that the families of a record and type have, in order: the MAC of record, type, month of issuance and
 * ordinal within it. Whoever has the node's key finds a record's families by trying the ordinals of the months in which
 * there may be some; whoever has the database alone finds nobody.
 */
@Component
class FamilyHandles {
    /**
     * The most families of a record and type that are opened in a month. Part of how families are found again, and so no
     * setting: with a smaller number the later ones would be hidden from whoever revokes.
     */
    static final int MAX_A_MONTH = 64;

    private final Keys keys;

    FamilyHandles(Keys keys) {
        this.keys = keys;
    }

    /** The handles of a month from one ordinal up to another, which is not included. */
    List<FamilyHandle> of(CredentialType type, RecordId record, YearMonth month, int from, int to) {
        String family = type.organisation().id() + "\n" + type.id() + "\n" + record.register() + "\n" + record.number()
                + "\n" + month;
        return IntStream.range(from, to)
                .mapToObj(ordinal -> FamilyHandle.of(
                        keys.mac("credential family", (family + "\n" + ordinal).getBytes(StandardCharsets.UTF_8))))
                .toList();
    }
}
