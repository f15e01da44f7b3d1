package org.entente.names.collation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.names.profile.Profile;

/**
 * The orders that were asked for, as many as fit; the one that was not used for longest gives way. Each is made once however
 * many threads ask for it, and nobody waits for another's.
 */
public final class NameOrders {
    /** What {@link #standard} keeps. */
    public static final int STANDARD_SIZE = 128;

    private static final NameOrders STANDARD = new NameOrders(STANDARD_SIZE);

    private final Map<Profile, Slot> slots;

    /** @param most how many orders are kept, at least 1 */
    public NameOrders(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one order is kept");
        }
        slots = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Profile, Slot> eldest) {
                return size() > most;
            }
        };
    }

    /** The orders that a whole program has in common. */
    public static NameOrders standard() {
        return STANDARD;
    }

    /**
     * The order of a profile.
     *
     * @throws IllegalArgumentException when no order can be made of its alphabet
     */
    public NameOrder of(Profile profile) {
        Slot slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(profile, Slot::new);
        }
        return slot.order();
    }

    /** One order, made when it is first asked for. */
    private static final class Slot {
        private final Profile profile;
        private Optional<NameOrder> made = Optional.empty();

        Slot(Profile profile) {
            this.profile = profile;
        }

        synchronized NameOrder order() {
            if (made.isEmpty()) {
                made = Optional.of(new NameOrder(profile));
            }
            return made.orElseThrow();
        }
    }
}
