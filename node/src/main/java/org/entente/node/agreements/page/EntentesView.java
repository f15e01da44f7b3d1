package org.entente.node.agreements.page;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Phase;
import org.entente.node.kernel.Language;

/**
 * What the list shows.
 *
 * @param ententes those in force first, then by the title that the reader sees
 * @param recognitions of those in force together; in place of a clause's number that of the entente in the list, from 1 on
 */
public record EntentesView(List<Summary> ententes, Recognitions recognitions) {
    /** @param confirmedAt until when others have shown that each stands as it is held here */
    static EntentesView of(
            Collection<Held> held, String us, Language language, Function<Held, Instant> confirmedAt, Instant now) {
        List<Summary> ententes = Summary.inOrder(held, us, language, now);
        List<Held> inForce = ententes.stream()
                .filter(summary -> summary.phase() == Phase.IN_FORCE || summary.phase() == Phase.SUSPENDED)
                .flatMap(summary ->
                        held.stream().filter(one -> one.entente().name().equals(summary.name())))
                .toList();
        return new EntentesView(
                ententes,
                Recognitions.together(
                        inForce,
                        one -> ententes.stream()
                                        .map(Summary::name)
                                        .toList()
                                        .indexOf(one.entente().name())
                                + 1,
                        confirmedAt,
                        now));
    }
}
