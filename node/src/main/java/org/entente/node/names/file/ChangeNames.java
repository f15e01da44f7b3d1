package org.entente.node.names.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.node.kernel.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes a person's file: reads it, changes it, adds a version after the one that was read, with its keys, in one transaction.
 * Where another change came in between it is done again on what that left.
 */
@Component
public class ChangeNames {
    private static final int TRIES = 5;

    private final NameFiles files;
    private final RecordedKeys keys;
    private final TransactionOperations transactions;

    ChangeNames(NameFiles files, RecordedKeys keys, TransactionOperations transactions) {
        this.files = files;
        this.keys = keys;
        this.transactions = transactions;
    }

    /**
     * Makes a change.
     *
     * @param change gives the changed file, or nothing where it has lost its object
     * @return whether there was anything to change
     */
    public boolean change(
            PersonId person, Change what, Function<PersonFile, Optional<PersonFile>> change, Instant now) {
        for (int tried = 0; tried < TRIES; tried++) {
            Version read = files.latest(person);
            Optional<PersonFile> changed = change.apply(read.file());
            if (changed.isEmpty() || changed.get().equals(read.file())) {
                return changed.isPresent();
            }
            if (add(person, new Version(read.number() + 1, what, changed.get(), now))) {
                return true;
            }
        }
        throw new IllegalStateException("a file of names that changes faster than it can be read");
    }

    /** Undoes the change that led to this version, if it is still the latest and what was before is still known. */
    public boolean undo(PersonId person, int version, Instant now) {
        Optional<Version> before = version == 1 ? Optional.of(Version.NONE) : files.version(person, version - 1);
        return before.isPresent()
                && files.latest(person).number() == version
                && add(
                        person,
                        new Version(version + 1, Change.UNDONE, before.get().file(), now));
    }

    /** Makes keys anew that are made otherwise by now, of so many persons at a time. */
    void renewKeys() {
        for (List<PersonId> old = keys.outdated(); !old.isEmpty(); old = keys.outdated()) {
            old.forEach(person -> transactions.executeWithoutResult(
                    transaction -> keys.replace(person, files.lockLatest(person).file())));
        }
    }

    private boolean add(PersonId person, Version next) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            if (!files.add(person, next)) {
                return false;
            }
            keys.replace(person, next.file());
            return true;
        }));
    }
}
