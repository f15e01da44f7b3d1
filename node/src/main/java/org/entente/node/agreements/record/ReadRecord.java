package org.entente.node.agreements.record;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.Transition;
import org.entente.node.frontier.FetchOutcome;
import org.entente.node.frontier.Mirror;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/**
 * Reads what a party publishes of an entente, page by page and no further than is wanted. Never in a transaction, since it
 * waits for the network.
 */
@Component
public class ReadRecord {
    /** The most pages that are read at once; the rest is read the next time. */
    static final int MAX_PAGES = 50;

    private final Mirror mirror;

    ReadRecord(Mirror mirror) {
        this.mirror = mirror;
    }

    /**
     * The record at an address as it is now; empty when there is none, or none that is well-formed.
     *
     * @throws ProtocolError when it is malformed
     */
    public Optional<PublicRecord> record(URI address, Instant now) {
        return switch (mirror.fetch(address, now)) {
            case FetchOutcome.Fetched(var document) -> Optional.of(PublicRecord.parse(document.body()));
            case FetchOutcome.Unavailable ignored -> Optional.empty();
        };
    }

    /**
     * The transitions after a number, in order: as many as could be read.
     *
     * @param last the number of the last that the record shows
     * @throws ProtocolError when a page is malformed
     */
    public List<Transition> transitions(URI record, int after, int last, Instant now) {
        List<Transition> all = new ArrayList<>();
        int first = PublicRecord.pageOf(after + 1);
        int end = Math.min(PublicRecord.pageOf(last), first + MAX_PAGES - 1);
        for (int page = first; page <= end; page++) {
            switch (mirror.fetch(PublicRecord.pageAt(record, page), now)) {
                case FetchOutcome.Unavailable ignored -> {
                    return all;
                }
                case FetchOutcome.Fetched(var document) ->
                    PublicRecord.parsePage(document.body()).stream()
                            .filter(transition -> transition.number() > after)
                            .forEach(all::add);
            }
        }
        return all;
    }
}
