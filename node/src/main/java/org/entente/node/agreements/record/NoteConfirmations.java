package org.entente.node.agreements.record;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.held.Contacts;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/**
 * Notes until when others have shown that each entente stands as it is held here. From the mirror's copies alone and apart from
 * {@link CatchUp}, which waits for the network: no party whose record is long, slow or false keeps another entente from being
 * confirmed.
 */
@Component
class NoteConfirmations {
    private final Holdings holdings;
    private final Mirror mirror;
    private final Contacts contacts;
    private final NodeIdentity node;

    NoteConfirmations(Holdings holdings, Mirror mirror, Contacts contacts, NodeIdentity node) {
        this.holdings = holdings;
        this.mirror = mirror;
        this.contacts = contacts;
        this.node = node;
    }

    void note(Instant now) {
        for (Held held : holdings.all()) {
            if (held.chain().hasEntered()) {
                Confirmation.at(held, node.entityId(), seen(held, now), now)
                        .ifPresent(at -> contacts.note(held.entente().name(), at));
            }
        }
    }

    /** When each party's record was read that shows that the party stands where we do. */
    private Map<String, Instant> seen(Held held, Instant now) {
        Map<String, Instant> seen = new LinkedHashMap<>();
        PartyRecords.of(held, node.entityId())
                .forEach((address, party) -> copy(address, now)
                        .filter(copy -> showsTheSame(held, copy))
                        .map(MirroredDocument::fetchedAt)
                        .ifPresent(at -> seen.put(party.key(), at.isBefore(now) ? at : now)));
        return seen;
    }

    /** What was copied while our clock was ahead says nothing about when it was. */
    private Optional<MirroredDocument> copy(URI address, Instant now) {
        return mirror.document(address).filter(copy -> !copy.fetchedAt().isAfter(now.plus(EntenteState.CLOCK_SKEW)));
    }

    private static boolean showsTheSame(Held held, MirroredDocument copy) {
        try {
            PublicRecord record = PublicRecord.parse(copy.body());
            return record.entente().id().equals(held.entente().id())
                    && !record.astray()
                    && record.last().hash().equals(held.chain().head());
        } catch (ProtocolError malformed) {
            return false;
        }
    }
}
