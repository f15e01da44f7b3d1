package org.entente.node.names.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.entente.node.kernel.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes a person's file: reads it, changes it, adds a version after the one that was read, with its keys, in one transaction
 * and one at a time. Keys are made anew in the same turn, so that none outlives the name that it leads to.
 */
@Component
public class ChangeNames {
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
        return inTurn(person, () -> {
            Version read = files.latest(person);
            Optional<PersonFile> changed = change.apply(read.file());
            changed.filter(file -> !file.equals(read.file()))
                    .ifPresent(file -> add(person, new Version(read.number() + 1, what, file, now)));
            return changed.isPresent();
        });
    }

    /** Undoes the change that led to this version, if it is still the latest and what was before is still known. */
    public boolean undo(PersonId person, int version, Instant now) {
        return inTurn(person, () -> {
            if (files.latest(person).number() != version) {
                return false;
            }
            Optional<Version> before =
                    version == 1 ? Optional.of(Version.NONE) : files.holdVersion(person, version - 1);
            before.ifPresent(earlier -> add(person, new Version(version + 1, Change.UNDONE, earlier.file(), now)));
            return before.isPresent();
        });
    }

    /** Makes keys anew that are made otherwise by now, of so many persons at a time. */
    void renewKeys() {
        for (List<PersonId> old = keys.outdated(); !old.isEmpty(); old = keys.outdated()) {
            old.forEach(this::renewKeys);
        }
    }

    private void renewKeys(PersonId person) {
        inTurn(person, () -> {
            keys.replace(person, files.latest(person).file());
            return true;
        });
    }

    private void add(PersonId person, Version next) {
        files.add(person, next);
        keys.replace(person, next.file());
    }

    private boolean inTurn(PersonId person, BooleanSupplier work) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            files.awaitTurn(person);
            return work.getAsBoolean();
        }));
    }
}
