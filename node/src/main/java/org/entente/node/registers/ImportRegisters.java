package org.entente.node.registers;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.entente.node.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the registers up to date with their files, before the node answers anybody. A file that was imported already is
 * left alone, unless its columns are read otherwise now; a record that a new file lacks is removed, and who held it keeps
 * its number in case it returns; what was made from it ends a day later. A file with a fault, or that lacks more records than
 * is plausible, changes nothing, and the node does not start; but for one that was imported when less was a fault.
 */
@Component
@EnableConfigurationProperties(RegistersSettings.class)
class ImportRegisters implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRegisters.class);

    /** So many records may leave a register of any size. */
    private static final int FEW = 20;

    private final RegistersSettings settings;
    private final Records records;
    private final Departures departures;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    ImportRegisters(
            RegistersSettings settings,
            Records records,
            Departures departures,
            TransactionOperations transactions,
            InstantSource clock) {
        this.settings = settings;
        this.records = records;
        this.departures = departures;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        // PostgreSQL keeps microseconds: what is compared later must be what was stored.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        settings.sources().forEach(source -> importOrKeep(new RegisterFile(source), now));
    }

    /** What was imported already and is only read more strictly now stops no node: its records stay as they are. */
    private void importOrKeep(RegisterFile file, Instant now) {
        try {
            importOne(file, now);
        } catch (ImportFailed e) {
            if (!isImported(file)) {
                throw e;
            }
            LOG.warn("its records stay as they were imported from the same file before: {}", e.getMessage());
        }
    }

    private boolean isImported(RegisterFile file) {
        byte[] stored = transactions.execute(
                transaction -> records.lockImport(file.source().id()));
        return Arrays.equals(stored, file.digestBefore());
    }

    private void importOne(RegisterFile file, Instant now) {
        String register = file.source().id();
        byte[] digest = file.digest();
        try {
            transactions.executeWithoutResult(transaction -> {
                if (!Arrays.equals(records.lockImport(register), digest)) {
                    int before = records.count(register);
                    RegisterFile.Count read = file.read(digest, batch -> put(register, batch, now));
                    int left = departures.leave(register, now);
                    requirePlausible(file.source(), before, left);
                    records.finishImport(register, digest, read.rows(), now);
                    LOG.info("register {}: {} records imported, {} left", register, read.rows(), left);
                    if (read.fillers() > 0) {
                        LOG.warn(
                                "register {}: {} values that stand for a name where there is none (as FNU) were left out",
                                register,
                                read.fillers());
                    }
                }
            });
        } catch (DataAccessException e) {
            // Without its cause: what PostgreSQL says of a row it cannot take quotes the row.
            throw new ImportFailed(
                    register,
                    new Text(
                            "la base de données a fait défaut\u202f; essayez à nouveau",
                            "the database failed; try again"));
        }
    }

    /** A file that broke off, or was made with another filter, looks like this; what is revoked for it stays revoked. */
    private static void requirePlausible(RegistersSettings.Source source, int before, int left) {
        boolean many = left > Math.max(FEW, before / 10) || (left == before && left > 0);
        if (many && left > source.mayLeave()) {
            throw new ImportFailed(
                    source.id(),
                    new Text(
                            left + " dossiers sur " + before + " n’y sont plus\u202f; si c’est voulu, may-leave=" + left
                                    + " le permet",
                            left + " of " + before + " records are not there any more; if that is meant, may-leave="
                                    + left + " allows it"));
        }
    }

    private Set<RecordId> put(String register, List<Row> rows, Instant now) {
        Set<RecordId> before = records.imported(register, rows, now);
        records.put(register, rows, now);
        return before;
    }
}
