package org.entente.node.agreements.rollover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.held.Held;
import org.entente.node.kernel.Text;
import org.entente.node.keys.FormerKey;

/**
 * The federation key, and how far its replacement is.
 *
 * @param present the thumbprint of the key that signs (RFC 7638)
 * @param next that of the key that signs next; empty unless one is announced
 * @param before that of the key that has been replaced and is still believed
 * @param askedAt since when a replacement is asked for or under way
 * @param mine whether the reader asked for it, so that somebody else is to confirm it
 * @param former the keys that were given up, the latest first
 */
public record KeyView(
        Stage stage,
        String present,
        Optional<String> next,
        Optional<String> before,
        Optional<Instant> askedAt,
        boolean mine,
        List<Line> ententes,
        List<FormerKey> former,
        Optional<String> trouble) {
    /** How far it is. */
    public enum Stage {
        NONE,
        ASKED,
        /** Ententes are told of the next key. */
        ANNOUNCED,
        /** The next key signs; ententes are told that the one before is ours no longer. */
        ADOPTED;

        /** The end of its key in the catalogue. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * An entente.
     *
     * @param until when the others go on without it, if it holds them up
     */
    public record Line(String name, Text title, Text depositary, Following following, Instant until) {
        static Line of(Held held, Following following, Instant until) {
            return new Line(
                    held.entente().name(),
                    held.entente().title(),
                    held.chain().depositary().name(),
                    following,
                    until);
        }
    }

    public KeyView {
        ententes = List.copyOf(ententes);
        former = List.copyOf(former);
    }

    /** Whether it matters how far each entente is: while a replacement is under way, and where one has not followed since. */
    public boolean showsEntentes() {
        return ententes.stream()
                .anyMatch(entente -> stage == Stage.ANNOUNCED
                        || stage == Stage.ADOPTED
                        || entente.following() != Following.SETTLED && entente.following() != Following.UNCONFIRMED);
    }

    KeyView with(String what) {
        return new KeyView(stage, present, next, before, askedAt, mine, ententes, former, Optional.of(what));
    }
}
