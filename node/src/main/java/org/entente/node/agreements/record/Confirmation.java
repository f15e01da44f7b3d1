package org.entente.node.agreements.record;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Member;

/**
 * Until when others have shown that an entente stands as it is held here. The depositary's word suffices, since it orders;
 * without it, that of at least half of the other parties does: so no single one that is absent stops the rest, and none that
 * lies can keep a node in the past as long as another is heard.
 */
final class Confirmation {
    private Confirmation() {}

    /**
     * The moment; empty when too few have shown anything.
     *
     * @param us this node
     * @param seen when each party's record was read that shows the very transition that is the last here, by the party's key
     */
    static Optional<Instant> at(Held held, URI us, Map<String, Instant> seen, Instant now) {
        Party depositary = held.chain().depositary();
        List<String> others = held.chain().boundAt(now).stream()
                .map(Member::party)
                .filter(party -> !party.entity().equals(us) && !party.key().equals(depositary.key()))
                .map(Party::key)
                .toList();
        Optional<Instant> byOthers = byHalf(others, seen);
        Optional<Instant> byDepositary = depositary.entity().equals(us)
                ? Optional.of(now).filter(moment -> others.isEmpty())
                : Optional.ofNullable(seen.get(depositary.key()));
        return byDepositary
                .flatMap(one -> byOthers.map(other -> one.isAfter(other) ? one : other))
                .or(() -> byDepositary)
                .or(() -> byOthers);
    }

    /** When the last of the half spoke that spoke latest. */
    private static Optional<Instant> byHalf(List<String> others, Map<String, Instant> seen) {
        List<Instant> latest = others.stream()
                .filter(seen::containsKey)
                .map(seen::get)
                .sorted(Comparator.reverseOrder())
                .toList();
        int needed = (others.size() + 1) / 2;
        return needed > 0 && latest.size() >= needed ? Optional.of(latest.get(needed - 1)) : Optional.empty();
    }
}
