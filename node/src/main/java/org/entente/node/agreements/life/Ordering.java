package org.entente.node.agreements.life;

import java.time.Instant;
import java.util.Set;

/**
 * What has been ordered so far, as far as it matters to who may be entrusted with ordering.
 *
 * @param places the hashes of all transitions: a party may take any of them for the last that it shares with the others
 * @param since when the present depositary took the place; what was said before was about another
 */
public record Ordering(Set<String> places, Instant since) {
    /** Nothing has been ordered. */
    public static final Ordering NONE = new Ordering(Set.of(), Instant.MIN);

    public Ordering {
        places = GrowingSet.of(places);
    }

    Ordering after(Transition transition) {
        Set<String> more = GrowingSet.of(places).with(Set.of(transition.hash()));
        return new Ordering(more, transition.successor().isPresent() ? transition.at() : since);
    }
}
