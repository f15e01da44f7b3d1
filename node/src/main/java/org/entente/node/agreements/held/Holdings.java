package org.entente.node.agreements.held;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.entente.node.agreements.ruling.HeldEntente;
import org.springframework.stereotype.Component;

/**
 * What this node holds, read once per change. Every reading asks the database for the number of the last change first, so
 * that what one process has changed holds in every other as soon as it is committed.
 */
@Component
public class Holdings {
    private final Ledger ledger;
    private final Ententes ententes;
    private final Contacts contacts;
    private volatile Snapshot last = new Snapshot(0, Map.of(), List.of());

    /** What was held after a change. */
    private record Snapshot(long version, Map<String, Held> byName, List<HeldEntente> forRulings) {}

    Holdings(Ledger ledger, Ententes ententes, Contacts contacts) {
        this.ledger = ledger;
        this.ententes = ententes;
        this.contacts = contacts;
    }

    /** All ententes, by name. */
    public Collection<Held> all() {
        return current().byName().values();
    }

    /** The entente of this name. */
    public Optional<Held> find(String name) {
        return Optional.ofNullable(current().byName().get(name));
    }

    /** All ententes as rulings take them. */
    Collection<HeldEntente> forRulings() {
        Contacts.Heard heard = contacts.heard();
        return snapshot(heard.version()).forRulings().stream()
                .map(held -> Optional.ofNullable(
                                heard.confirmedAt().get(held.state().entente().name()))
                        .map(held::confirmedAt)
                        .orElse(held))
                .toList();
    }

    /** Until when others have shown that an entente stands as it is held here; never, if nobody has. */
    public Instant confirmedAt(Held held) {
        return confirmations().apply(held);
    }

    /** What {@link #confirmedAt} says of each entente, read once for all. */
    public Function<Held, Instant> confirmations() {
        Map<String, Instant> heard = contacts.heard().confirmedAt();
        return held -> heard.getOrDefault(held.entente().name(), Instant.MIN);
    }

    private Snapshot current() {
        return snapshot(ledger.version());
    }

    /** What is held after the change of this number, or a later one. */
    private Snapshot snapshot(long version) {
        Snapshot known = last;
        if (known.version() == version) {
            return known;
        }
        // What is read now may be newer than its number: then the next reading reads again.
        Map<String, Held> byName = ententes.all();
        List<HeldEntente> forRulings = byName.values().stream()
                .map(held -> held.forRulings(Instant.MIN))
                .toList();
        Snapshot fresh = new Snapshot(version, byName, forRulings);
        last = fresh;
        return fresh;
    }
}
