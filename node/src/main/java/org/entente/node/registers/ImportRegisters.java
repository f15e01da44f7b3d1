package org.entente.node.registers;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the registers up to date with their files, before the node answers anybody. A file that was imported already is
 * left alone; a record that a new file lacks is removed, and who held it keeps its number in case it returns.
 */
@Component
@EnableConfigurationProperties(RegistersSettings.class)
class ImportRegisters implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRegisters.class);

    private final RegistersSettings settings;
    private final Records records;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    ImportRegisters(
            RegistersSettings settings, Records records, TransactionOperations transactions, InstantSource clock) {
        this.settings = settings;
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        // PostgreSQL keeps microseconds: what is compared later must be what was stored.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        settings.sources().forEach(source -> importOne(new RegisterFile(source), now));
    }

    private void importOne(RegisterFile file, Instant now) {
        String register = file.source().id();
        byte[] digest = file.digest();
        transactions.executeWithoutResult(transaction -> {
            if (!Arrays.equals(records.lockImport(register), digest)) {
                int rows = file.read(batch -> records.put(register, batch, now));
                records.finishImport(register, digest, rows, now);
                LOG.info("register {}: {} records imported", register, rows);
            }
        });
    }
}
