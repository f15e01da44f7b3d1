package org.entente.node.frontier.mirror;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.entente.node.frontier.Crossing;
import org.entente.node.frontier.FetchOutcome;
import org.entente.node.frontier.FetchOutcome.Fetched;
import org.entente.node.frontier.FetchOutcome.Reason;
import org.entente.node.frontier.FetchOutcome.Unavailable;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.frontier.MirroredVersion;
import org.entente.node.frontier.crossing.Blocked;
import org.entente.node.frontier.crossing.Crossings;
import org.entente.node.frontier.crossing.DailyRefusals;
import org.entente.node.kernel.Origins;
import org.entente.node.kernel.Secrets;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Fetches a document and keeps the copy; a content that is new here is a crossing. */
@Component
class FetchDocument implements Mirror {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What is mirrored: status lists (Token Status List §8.1), statements, JSON, and whatever else a room wants. */
    private static final String ACCEPT =
            "application/statuslist+jwt, application/entity-statement+jwt, application/json, */*;q=0.1";

    private final Outside outside;
    private final Copies copies;
    private final Crossings crossings;
    private final DailyRefusals refusals;
    private final TransactionOperations transactions;

    FetchDocument(
            Outside outside,
            Copies copies,
            Crossings crossings,
            DailyRefusals refusals,
            TransactionOperations transactions) {
        this.outside = outside;
        this.copies = copies;
        this.crossings = crossings;
        this.refusals = refusals;
        this.transactions = transactions;
    }

    @Override
    public Optional<MirroredDocument> document(URI address) {
        return copies.find(address);
    }

    @Override
    public Optional<MirroredVersion> version(URI address) {
        return copies.current(address);
    }

    @Override
    public FetchOutcome fetch(URI address, Instant now) {
        return fetch(address, now, PATIENCE);
    }

    /** @param patience how long the publisher may take at most, if that is less than for everybody */
    FetchOutcome fetch(URI address, Instant now, Duration patience) {
        Optional<Copies.Version> before = copies.version(address);
        String known = before.map(Copies.Version::etag).orElse("");
        try {
            Map<String, String> headers =
                    known.isEmpty() ? Map.of("Accept", ACCEPT) : Map.of("Accept", ACCEPT, "If-None-Match", known);
            OutsideAnswer answer = outside.get(address, headers, patience);
            if (answer.status() == NOT_MODIFIED && !known.isEmpty()) {
                return finishing(() -> {
                            copies.confirm(address, known, now);
                            return copies.find(address);
                        })
                        .<FetchOutcome>map(Fetched::new)
                        .orElseGet(() -> new Unavailable(Reason.ERROR_ANSWER));
            }
            return answer.status() == OK ? keep(address, answer, before, now) : new Unavailable(Reason.ERROR_ANSWER);
        } catch (Unreachable e) {
            Reason reason = reason(e.reason());
            refuse(address, reason, now);
            return new Unavailable(reason);
        }
    }

    /** What a publisher did that nobody does by chance is journalled; that it is away, or has nothing there, is not. */
    private void refuse(URI address, Reason reason, Instant now) {
        switch (reason) {
            case ADDRESS_REFUSED, REDIRECTED, TOO_LONG ->
                finishing(() -> {
                    refuse(address, reason.name().toLowerCase(Locale.ROOT), now);
                    return reason;
                });
            case NO_ANSWER, ERROR_ANSWER -> {}
        }
    }

    @Override
    public void refuse(URI address, String reason, Instant now) {
        String asked = Secrets.base64url(Secrets.sha256(address.toString().getBytes(StandardCharsets.UTF_8)));
        refusals.document(new Blocked.Refusal(now, Origins.of(address), "document", reason, asked));
    }

    private static Reason reason(Unreachable.Reason reason) {
        return switch (reason) {
            case ADDRESS_REFUSED -> Reason.ADDRESS_REFUSED;
            case NOT_REACHED, NO_ANSWER -> Reason.NO_ANSWER;
            case REDIRECTED -> Reason.REDIRECTED;
            case TOO_LONG -> Reason.TOO_LONG;
        };
    }

    /** Gives what is kept then: the document itself, or one that was asked for later and came before. */
    private Fetched keep(URI address, OutsideAnswer answer, Optional<Copies.Version> before, Instant now) {
        String hash = Secrets.base64url(Secrets.sha256(answer.body()));
        MirroredDocument document = new MirroredDocument(address, answer.mediaType(), answer.body(), now);
        boolean kept = finishing(() -> Boolean.TRUE.equals(transactions.execute(transaction -> {
            boolean isNew = copies.version(address)
                    .filter(version -> version.sha256().equals(hash))
                    .isEmpty();
            boolean newest = copies.keep(
                    document, new Copies.Version(hash, answer.header("ETag").orElse(""), now), before);
            if (isNew) {
                crossings.add(new Crossing(
                        now,
                        Crossing.Direction.IN,
                        Origins.of(address),
                        Crossing.Kind.DOCUMENT,
                        document.contentType(),
                        address,
                        document.body().length,
                        hash));
            }
            return newest;
        })));
        return new Fetched(
                kept ? document : finishing(() -> copies.find(address)).orElse(document));
    }

    /**
     * Writes to the end what was fetched, though the time for it is over: to interrupt a virtual thread that waits for the
     * database is to close its connection in the midst of a commit, and a publisher that needs all of its time would never
     * be mirrored.
     */
    private static <T> T finishing(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread).join();
    }
}
