package org.entente.node.issuance.family;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.node.issuance.CredentialType;
import org.entente.node.keys.Keys;
import org.entente.node.registers.RecordId;
import org.springframework.stereotype.Component;

/**
 * The handles that the families of a record and type have, in order: the MAC of record, type and ordinal. Whoever has the
 * node's key finds a record's families by trying its ordinals; whoever has the database alone finds nobody.
 */
@Component
class FamilyHandles {
    /** The most families of a record and type. */
    static final int MAX = 64;

    private final Keys keys;

    FamilyHandles(Keys keys) {
        this.keys = keys;
    }

    /** The handles from one ordinal up to another, which is not included. */
    List<FamilyHandle> of(CredentialType type, RecordId record, int from, int to) {
        String family = type.organisation().id() + "\n" + type.id() + "\n" + record.register() + "\n" + record.number();
        return IntStream.range(from, to)
                .mapToObj(ordinal -> FamilyHandle.of(
                        keys.mac("credential family", (family + "\n" + ordinal).getBytes(StandardCharsets.UTF_8))))
                .toList();
    }
}
