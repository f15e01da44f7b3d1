package org.entente.node.agreements.record;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Part;

/** Where the other parties publish an entente that is in force, or may be without our having heard of it. */
final class PartyRecords {
    private PartyRecords() {}

    /** The parties by the addresses of their records. */
    static Map<URI, Party> of(Held held, URI us) {
        Map<URI, Party> records = new LinkedHashMap<>();
        if (held.chain().hasEntered() || held.part() == Part.SIGNED) {
            held.others(us)
                    .forEach(party -> records.put(
                            URI.create(party.entity() + "/ententes/"
                                    + held.entente().name()),
                            party));
        }
        return records;
    }
}
