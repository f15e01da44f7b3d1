package org.entente.node.agreements.record;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/**
 * Reads all that an entente's address publishes, and verifies each page before it asks for the next: what does not hold is
 * read no further, and what does not end is given up. Never in a transaction, since it waits for the network.
 */
@Component
public class ReadWhole {
    /** How long it goes on reading: whoever asked waits for it. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The most characters of transitions that are kept for one reading. */
    static final int MAX_LENGTH = 64 * 1024 * 1024;

    private final ReadRecord readRecord;
    private final InstantSource clock;

    ReadWhole(ReadRecord readRecord, InstantSource clock) {
        this.readRecord = readRecord;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Read {
        /** There is no record. */
        record Unavailable() implements Read {}

        /** A page did not come: that may be the network's doing. */
        record Incomplete() implements Read {}

        /** It does not hold, or does not end. */
        record Refused(String reason) implements Read {}

        /** All of it, verified. */
        record Whole(PublicRecord record, List<Transition> transitions, EntenteState state) implements Read {
            public Whole {
                transitions = List.copyOf(transitions);
            }
        }
    }

    /** Reads what is published at an entente's own address. */
    public Read read(URI address, Instant now) {
        try {
            Optional<PublicRecord> record = readRecord.record(address, now);
            if (record.isEmpty()) {
                return new Read.Unavailable();
            }
            if (!record.get().entente().id().equals(address)) {
                return new Read.Refused("another_entente");
            }
            return pages(address, record.get(), clock.instant().plus(PATIENCE), now);
        } catch (ProtocolError e) {
            return new Read.Refused("malformed");
        }
    }

    private Read pages(URI address, PublicRecord record, Instant until, Instant now) {
        List<Transition> all = new ArrayList<>();
        int last = record.last().number();
        long length = 0;
        Verdict verdict = new Verdict.Applied(EntenteState.of(record.entente()));
        while (all.size() < last) {
            if (clock.instant().isAfter(until) || length > MAX_LENGTH) {
                return new Read.Refused("endless");
            }
            int end = Math.min(last, PublicRecord.pageOf(all.size() + 1) * PublicRecord.PAGE);
            List<Transition> page = readRecord.transitions(address, all.size(), end, now).stream()
                    .limit(end - all.size())
                    .toList();
            if (page.isEmpty()) {
                return new Read.Incomplete();
            }
            verdict = record.replay(all.isEmpty() ? new Verdict.Applied(record.before(page)) : verdict, page, now);
            if (verdict instanceof Verdict.Rejected(var reason)) {
                return new Read.Refused(reason.code());
            }
            all.addAll(page);
            length += page.stream().mapToLong(one -> one.jws().length()).sum();
        }
        return verdict instanceof Verdict.Applied(EntenteState state)
                ? new Read.Whole(record, all, state)
                : new Read.Incomplete();
    }
}
