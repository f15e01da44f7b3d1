package org.entente.node.signin.device;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The marks that a browser holds: one for each account that was used in it, the latest first, each random.
 *
 * @param tokens no more than {@link #MAX}
 */
public record Marks(List<String> tokens) {
    /** As many accounts as a household has; whoever was away longest is a stranger then. */
    static final int MAX = 5;

    private static final String BETWEEN = ".";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Those of a browser in which nobody signed in yet. */
    public static final Marks NONE = new Marks(List.of());

    public Marks {
        if (tokens.size() > MAX || !tokens.stream().allMatch(TOKEN.asMatchPredicate())) {
            throw new IllegalArgumentException("no marks of ours");
        }
        tokens = List.copyOf(tokens);
    }

    /** Reads what {@link #text} wrote; whatever else it is, it is none. */
    static Marks read(String text) {
        try {
            return new Marks(Arrays.asList(text.split(Pattern.quote(BETWEEN), MAX + 1)));
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    /** As they stand in the cookie. */
    String text() {
        return String.join(BETWEEN, tokens);
    }

    /** These with a fresh one, which takes the place of another, or of none. */
    Marks with(String fresh, String replaced) {
        return new Marks(Stream.concat(Stream.of(fresh), tokens.stream().filter(token -> !token.equals(replaced)))
                .limit(MAX)
                .toList());
    }

    /** Never the marks. */
    @Override
    public String toString() {
        return "Marks";
    }
}
