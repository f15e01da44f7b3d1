package org.entente.node.names.mine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.AttestedNames;
import org.entente.node.names.file.Change;
import org.entente.node.names.file.ChangeNames;
import org.entente.node.names.file.RecordedName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a name away: it is kept for its bearer, and shown to nobody else without a reason. What attests the bearer's names holds
 * on, unless they ask to take that back in the same breath.
 */
@Component
class PutAway {
    private final ChangeNames change;
    private final List<AttestedNames> attested;

    PutAway(ChangeNames change, List<AttestedNames> attested) {
        this.change = change;
        this.attested = List.copyOf(attested);
    }

    /** Whether there is anything to take back. */
    boolean isAttested(PersonId person, Instant now) {
        return attested.stream().anyMatch(names -> names.hold(person, now));
    }

    /** @return whether there was such a name to put away */
    @Transactional
    boolean putAway(PersonId person, UUID name, boolean revoke, Instant now) {
        boolean done = change.change(
                person,
                Change.FORMER,
                file -> file.find(name).flatMap(RecordedName::noLongerBorne).map(file::with),
                now);
        if (done && revoke) {
            attested.forEach(names -> names.revoke(person, now));
        }
        return done;
    }

    /** Where one goes on: to asking for new attestations where they were revoked. */
    String next(boolean revoked) {
        return attested.stream()
                .filter(names -> revoked)
                .map(AttestedNames::page)
                .findFirst()
                .orElse("/names");
    }
}
