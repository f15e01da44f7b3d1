package org.entente.node.frontier.statement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.node.frontier.crossing.Crossings;
import org.entente.node.frontier.crossing.Tally;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** States what crossed on a day. */
@Component
class SignStatements {
    /** How many days that were left are made up for at once. */
    static final int MAX_DAYS = 31;

    /** How long after midnight a day is stated: by then what began before it has long ended. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private final Statements statements;
    private final Crossings crossings;
    private final Journal journal;
    private final NodeIdentity node;
    private final Keys keys;
    private final JdbcClient sql;

    /** The last that was said of a day that is not over; anybody may ask as often as they like. */
    private final AtomicReference<@Nullable Said> lastSaid = new AtomicReference<>();

    SignStatements(
            Statements statements, Crossings crossings, Journal journal, NodeIdentity node, Keys keys, JdbcClient sql) {
        this.statements = statements;
        this.crossings = crossings;
        this.journal = journal;
        this.node = node;
        this.keys = keys;
        this.sql = sql;
    }

    /**
     * Signs for each day that is over and has no statement yet, from the first on which something crossed.
     *
     * @return how many were signed
     */
    @Transactional
    public int signDaysThatAreOver(Instant now) {
        sql.sql("lock table frontier.statements in share row exclusive mode").update();
        Optional<LocalDate> first = statements
                .lastDay()
                .map(day -> day.plusDays(1))
                .or(() -> crossings.firstAt().map(SignStatements::dayOf));
        Optional<String> checkpoint = journal.checkpoint();
        if (first.isEmpty() || checkpoint.isEmpty()) {
            return 0;
        }
        LocalDate last = lastDayOver(now);
        int signed = 0;
        for (LocalDate day = first.get(); !day.isAfter(last) && signed < MAX_DAYS; day = day.plusDays(1)) {
            statements.add(day, statement(day, true, tallies(day), checkpoint.get(), now), now);
            signed++;
        }
        return signed;
    }

    /** The statement of a day: the kept one, or one so far for today; empty for any other day. */
    Optional<String> of(LocalDate day, Instant now) {
        Optional<String> kept = statements.find(day);
        return kept.isPresent() || !day.equals(dayOf(now))
                ? kept
                : journal.checkpoint().map(checkpoint -> soFar(day, checkpoint, now));
    }

    /** What is said of a day that is not over: signed once for each state of the journal and of what crossed. */
    private record SoFar(LocalDate day, String checkpoint, List<Tally> tallies) {}

    private record Said(SoFar of, String statement) {}

    private String soFar(LocalDate day, String checkpoint, Instant now) {
        SoFar state = new SoFar(day, checkpoint, tallies(day));
        Said before = lastSaid.get();
        if (before != null && before.of().equals(state)) {
            return before.statement();
        }
        String statement = statement(state.day(), false, state.tallies(), checkpoint, now);
        lastSaid.set(new Said(state, statement));
        return statement;
    }

    /** The last day of which everything was recorded and has its place in the journal. */
    private LocalDate lastDayOver(Instant now) {
        LocalDate last = dayOf(now.minus(GRACE)).minusDays(1);
        boolean placed = crossings
                .lastBefore(beginOf(last.plusDays(1)))
                .map(leaf -> journal.prove(leaf).isPresent())
                .orElse(true);
        return placed ? last : last.minusDays(1);
    }

    /** What crossed on a day, counted. */
    List<Tally> tallies(LocalDate day) {
        return crossings.tallies(beginOf(day), beginOf(day.plusDays(1)));
    }

    private static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private String statement(LocalDate day, boolean complete, List<Tally> tallies, String checkpoint, Instant now) {
        return new Statement(node.entityId(), now, day, complete, tallies, MessageTypes.known(), checkpoint)
                .sign(keys.federation());
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
