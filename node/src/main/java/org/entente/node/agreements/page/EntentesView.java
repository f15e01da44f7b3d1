package org.entente.node.agreements.page;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.entente.node.agreements.held.Held;

/**
 * What the list shows.
 *
 * @param ententes those in force first, then by name
 */
public record EntentesView(List<Summary> ententes) {
    static EntentesView of(Collection<Held> held, String us, Instant now) {
        return new EntentesView(Summary.inOrder(held, us, now));
    }
}
