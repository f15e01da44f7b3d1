package org.entente.node.names.mine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.AttestedNames;
import org.entente.node.names.Names;
import org.entente.node.names.SharedNames;
import org.entente.node.names.file.Change;
import org.entente.node.names.file.ChangeNames;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.PersonFile;
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
    private final NameFiles files;
    private final Names names;
    private final List<AttestedNames> attested;

    PutAway(ChangeNames change, NameFiles files, Names names, List<AttestedNames> attested) {
        this.change = change;
        this.files = files;
        this.names = names;
        this.attested = List.copyOf(attested);
    }

    /** Whether there is anything to take back. */
    boolean isAttested(PersonId person, Instant now) {
        return attested.stream().anyMatch(theirs -> theirs.hold(person, now));
    }

    /** Whether new ones could be had of all that is taken back, this name of the file being put away. */
    boolean isRenewable(PersonId person, PersonFile file, UUID name, Instant now) {
        SharedNames left = names.of(file.find(name)
                .flatMap(RecordedName::noLongerBorne)
                .map(file::with)
                .orElse(file));
        return attested.stream().allMatch(theirs -> theirs.renewable(person, left, now));
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
            revoke(person, now);
        }
        return done;
    }

    /**
     * Takes back what attests the bearer's names, later than they put this one away.
     *
     * @return whether it is one that is put away
     */
    @Transactional
    boolean revoke(PersonId person, UUID name, Instant now) {
        boolean away = files.latest(person)
                .file()
                .find(name)
                .filter(one -> !one.isShared())
                .isPresent();
        if (away) {
            revoke(person, now);
        }
        return away;
    }

    private void revoke(PersonId person, Instant now) {
        attested.forEach(theirs -> theirs.revoke(person, now));
    }

    /** Where one goes on: to asking for new attestations where they were revoked. */
    String next(boolean revoked) {
        return attested.stream()
                .filter(theirs -> revoked)
                .map(AttestedNames::page)
                .findFirst()
                .orElse("/names");
    }
}
