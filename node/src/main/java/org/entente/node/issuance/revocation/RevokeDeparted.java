package org.entente.node.issuance.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.Registers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Revokes what was made from records that have left their register for a day. */
@Component
class RevokeDeparted {
    /** Within which a file that lacked them by mistake can be put right. */
    static final Duration PATIENCE = Duration.ofDays(1);

    /** The most records in one transaction. */
    static final int AT_ONCE = 250;

    private final Registers registers;
    private final RevokeCredentials revokeCredentials;

    RevokeDeparted(Registers registers, RevokeCredentials revokeCredentials) {
        this.registers = registers;
        this.revokeCredentials = revokeCredentials;
    }

    /** Deals with some, all of them or none. @return how many records there were */
    @Transactional
    public int revokeSome(Instant now) {
        List<RecordId> departed = registers.takeDeparted(now.minus(PATIENCE), AT_ONCE);
        if (!departed.isEmpty()) {
            revokeCredentials.revoke(new RevocationScope.OfRecords(departed), RevocationReason.RECORD_ENDED, now);
        }
        return departed.size();
    }
}
