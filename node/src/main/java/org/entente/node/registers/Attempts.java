package org.entente.node.registers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often something was tried, in windows that begin with the first try. Kept under keyed digests: addresses and numbers
 * are few enough to be guessed from plain ones.
 */
@Repository
class Attempts {
    /** How long a count lasts. */
    static final Duration WINDOW = Duration.ofHours(1);

    private static final int PER_ACCOUNT = 5;
    private static final int PER_RECORD_AND_ADDRESS = 10;

    /** Sixty accounts in thirty networks, and nothing yet against 10¹² letter codes. */
    private static final int PER_RECORD = 300;

    /** What is counted. */
    enum Counted {
        ACCOUNT,
        ADDRESS,
        /** A record, from one network: a stranger elsewhere uses up the stranger's own. */
        RECORD_AT_ADDRESS,
        /** A record, from everywhere. */
        RECORD
    }

    private record Tries(int tries, OffsetDateTime startedAt) {}

    private final JdbcClient database;
    private final Keys keys;
    private final int perAddress;

    Attempts(JdbcClient database, Keys keys, RegistersSettings settings) {
        this.database = database;
        this.keys = keys;
        this.perAddress = settings.matchesPerNetworkAndHour();
    }

    /** Counts one try. Empty while it is allowed, otherwise until when it is not. */
    Optional<Instant> count(Counted kind, String subject, Instant now) {
        Tries tries = database.sql("""
                        insert into registers.attempts (subject, started_at, tries) values (:subject, :now, 1)
                        on conflict (subject) do update set
                            tries = case when attempts.started_at > :expired then attempts.tries + 1 else 1 end,
                            started_at = case when attempts.started_at > :expired
                                then attempts.started_at else excluded.started_at end
                        returning tries, started_at
                        """)
                .param("subject", key(kind, subject))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expired", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .query(Tries.class)
                .single();
        return tries.tries() > limit(kind)
                ? Optional.of(tries.startedAt().toInstant().plus(WINDOW))
                : Optional.empty();
    }

    /** How many tries a window allows. */
    private int limit(Counted kind) {
        return switch (kind) {
            case ACCOUNT -> PER_ACCOUNT;
            case ADDRESS -> perAddress;
            case RECORD_AT_ADDRESS -> PER_RECORD_AND_ADDRESS;
            case RECORD -> PER_RECORD;
        };
    }

    private byte[] key(Counted kind, String subject) {
        String text = kind.name().toLowerCase(Locale.ROOT) + "\n" + subject;
        return keys.mac("registers.attempts", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets the counts that have ended. */
    int forget(Instant now) {
        return database.sql("delete from registers.attempts where started_at <= :expired")
                .param("expired", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .update();
    }
}
