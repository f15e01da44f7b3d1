package org.entente.node.agreements.page;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Phase;
import org.entente.node.kernel.Language;

/**
 * What a page of the list shows.
 *
 * @param ententes those in force first, then by the title that the reader sees
 * @param total how many there are on all pages
 * @param number of this page, from 1 on
 * @param recognitions of those of this page that are in force together; in place of a clause's number that of the entente in
 *     the list of this page, from 1 on
 */
public record EntentesView(List<Summary> ententes, int total, int number, Recognitions recognitions) {
    static final int ON_A_PAGE = 50;

    /**
     * A page of them.
     *
     * @param number of the page, from 1 on; one that does not exist is empty
     * @param confirmedAt until when others have shown that each stands as it is held here
     */
    static EntentesView of(
            Collection<Held> held,
            int number,
            String us,
            Language language,
            Function<Held, Instant> confirmedAt,
            Instant now) {
        Map<String, Held> byName = new HashMap<>();
        held.forEach(one -> byName.put(one.entente().name(), one));
        List<Summary> ententes = Summary.inOrder(held, us, language, now).stream()
                .skip((number - 1L) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .toList();
        Map<String, Integer> places = new HashMap<>();
        ententes.forEach(summary -> places.put(summary.name(), places.size() + 1));
        List<Held> inForce = ententes.stream()
                .filter(summary -> summary.phase() == Phase.IN_FORCE || summary.phase() == Phase.SUSPENDED)
                .flatMap(summary -> Stream.ofNullable(byName.get(summary.name())))
                .toList();
        return new EntentesView(
                ententes,
                held.size(),
                number,
                Recognitions.together(
                        inForce, one -> places.getOrDefault(one.entente().name(), 0), confirmedAt, now));
    }

    /** The page before this one. */
    public Optional<Integer> previous() {
        return Optional.of(number - 1).filter(page -> page > 0);
    }

    /** The page after this one. */
    public Optional<Integer> next() {
        return Optional.of(number + 1).filter(page -> (long) number * ON_A_PAGE < total);
    }
}
