package org.entente.node.agreements.life;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * That a majority has entrusted a party with ordering.
 *
 * @param successor the key of the party
 * @param first when the first of those said so whose word is counted
 * @param last when the last did
 */
record Decision(String successor, Instant first, Instant last) {
    static Decision of(String successor, List<SignedAct> acts) {
        List<Instant> said = acts.stream()
                .map(SignedAct::at)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Decision(successor, said.getFirst(), said.getLast());
    }

    /**
     * Whether this one stands where both cannot: the one that was decided later, as told by the first word in each, so that no
     * single party makes an old decision a new one; of two at once the one for the lower key. The same party comes again only
     * by words that are all newer: what it has ordered since is not undone by another choice of the words that there were.
     */
    boolean goesBefore(Decision other) {
        if (successor.equals(other.successor)) {
            return first.isAfter(other.last);
        }
        return first.isAfter(other.first) || first.equals(other.first) && successor.compareTo(other.successor) < 0;
    }
}
