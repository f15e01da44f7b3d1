package org.entente.node.agreements.page;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Phase;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.entente.node.web.Alphabetical;

/**
 * An entente in one glance.
 *
 * @param name the last segment of its address, by which its page is found
 * @param parties their names, in the order in which they came
 * @param since when it came into force; empty before
 */
public record Summary(String name, Text title, List<Text> parties, Phase phase, Optional<Instant> since) {
    /** @param us the key of the party that this government is; "" when it is none */
    public static Summary of(Held held, String us, Instant now) {
        return new Summary(
                held.entente().name(),
                held.entente().title(),
                held.chain().parties().stream().map(Party::name).toList(),
                held.phase(us, now),
                held.transitions().stream().findFirst().map(entry -> {
                    Instant from = entry.after().entente().term().from();
                    Instant at = entry.transition().at();
                    return at.isBefore(from) ? from : at;
                }));
    }

    /** What is in force first; then by the title as this reader sees it, and by the address where two have the same. */
    static Comparator<Summary> order(Language language) {
        return Comparator.comparing((Summary summary) -> summary.phase() != Phase.IN_FORCE)
                .thenComparing(summary -> summary.title().in(language), Alphabetical.in(language))
                .thenComparing(Summary::name);
    }

    static List<Summary> inOrder(Collection<Held> held, String us, Language language, Instant now) {
        return held.stream()
                .map(one -> of(one, us, now))
                .sorted(order(language))
                .toList();
    }

    /** How its state is shown in the style sheet. */
    public String style() {
        return switch (phase) {
            case IN_FORCE -> "good";
            case SUSPENDED -> "wrong";
            case PROPOSED, APPROVED, SIGNED, ACCEDING, ENDED -> "";
        };
    }

    /** The parties' names in a language, with commas between. */
    public String partiesIn(Language language) {
        return Names.list(parties, language);
    }
}
