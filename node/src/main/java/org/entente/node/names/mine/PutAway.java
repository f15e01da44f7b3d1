package org.entente.node.names.mine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
 * Puts a name away, which is then kept for its bearer and shown to nobody else without a reason, or removes it. What attests the
 * bearer's names holds on, unless they ask to take that back in the same breath.
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

    /** Whether new ones could be had of all that is taken back, if these were the names. */
    boolean isRenewable(PersonId person, PersonFile left, Instant now) {
        SharedNames shared = names.of(left);
        return attested.stream().allMatch(theirs -> theirs.renewable(person, shared, now));
    }

    /** @return whether there was such a name to put away */
    @Transactional
    boolean putAway(PersonId person, UUID name, boolean revoke, Instant now) {
        return leave(person, Change.FORMER, file -> away(file, name), revoke, now);
    }

    /** @return whether there was such a name to remove */
    @Transactional
    boolean remove(PersonId person, UUID name, boolean revoke, Instant now) {
        return leave(person, Change.REMOVED, file -> file.find(name).map(found -> file.without(name)), revoke, now);
    }

    /** The file with a name put away; empty where it holds no such name that is borne. */
    static Optional<PersonFile> away(PersonFile file, UUID name) {
        return file.find(name).flatMap(RecordedName::noLongerBorne).map(file::with);
    }

    private boolean leave(
            PersonId person, Change what, Function<PersonFile, Optional<PersonFile>> how, boolean revoke, Instant now) {
        boolean done = change.change(person, what, how, now);
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
