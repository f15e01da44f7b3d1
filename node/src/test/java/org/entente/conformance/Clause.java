package org.entente.conformance;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One demand of a specification, in our own words.
 *
 * @param specification its short name, {@code OID4VCI 1.0}
 * @param place section, and a word where the section makes several demands: {@code §7.2 no-store}
 * @param level must or should, as the specification says it
 * @param binds who has to keep it
 * @param says what it demands
 * @param standing whether it is ours to keep
 */
record Clause(String specification, String place, Level level, List<Party> binds, String says, Standing standing) {
    private static final Pattern PLACE = Pattern.compile("§[0-9A-Z]+(\\.[0-9]+)*( [A-Za-z0-9_.-]+)?");

    Clause {
        binds = List.copyOf(binds);
        require(PLACE.matcher(place).matches(), place, "is not a section and a word");
        require(!binds.isEmpty(), place, "binds nobody");
        require(says.length() > 10 && !says.endsWith("."), place, "says nothing, or ends with a full stop");
    }

    /** What a test writes to name it. */
    String name() {
        return specification + " " + place;
    }

    enum Level {
        MUST,
        SHOULD
    }

    enum Party {
        ISSUER,
        AUTHORIZATION_SERVER,
        WALLET,
        VERIFIER,
        STATUS_ISSUER,
        FEDERATION_ENTITY,
        EVERYONE;

        /** As it stands on the page. */
        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /** Whether we have to keep it, and why not. */
    sealed interface Standing {
        /** It binds what is built. */
        record Ours() implements Standing {}

        /** It binds what is built, and is not kept. */
        record NotYet(String reason) implements Standing {}

        /** It binds a part or an option that the product will have, and has not. */
        record Later(String reason) implements Standing {}

        /** It binds somebody else, or an option that we do not take. */
        record DoesNotApply(String reason) implements Standing {}
    }

    private static void require(boolean condition, String place, String complaint) {
        if (!condition) {
            throw new IllegalArgumentException(place + " " + complaint);
        }
    }
}
