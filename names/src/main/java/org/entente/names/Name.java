package org.entente.names;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/**
 * One name of a person. {@code full} is the truth; the parts are what the person says of it, may be absent, and never
 * replace it.
 *
 * <pre>{@code
 * Name.of(Name.Kind.RECLAIMED, "xʷməθkʷəy̓əm", "hur-fonnapa")
 * Name.of(Name.Kind.LEGAL, "Rimouski Chicoutimi", "fr")
 *     .withParts(new NamePart(Role.GIVEN, NameText.of("Rimouski")), new NamePart(Role.FAMILY, NameText.of("Chicoutimi")))
 * }</pre>
 *
 * @param kind what the name is to the person
 * @param full the whole name as written
 * @param language a BCP 47 tag, with script or variant where it matters ({@code iu-Cans}, {@code hur-fonnapa}); {@code und}
 *     when nobody said
 * @param parts in the order in which the person writes them; may be empty
 */
public record Name(Kind kind, NameText full, String language, List<NamePart> parts) {
    /** The tag of a language that nobody said. */
    public static final String UNDETERMINED = "und";

    /** The most parts of a name. */
    public static final int MAX_PARTS = 20;

    private static final int MAX_TAG_LENGTH = 100;

    /** What a name is to the person. */
    public enum Kind {
        LEGAL,
        REGISTERED,
        /** Taken back after it had been replaced. */
        RECLAIMED,
        TRADITIONAL,
        /** Never leaves the record: not indexed, not put in a credential. */
        CEREMONIAL,
        USED,
        /** No longer borne; never put in a credential. */
        FORMER;

        /** The word in data formats, for instance {@code legal}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a name of this kind may stand in a credential or be shown by default. */
        public boolean isShared() {
            return this != CEREMONIAL && this != FORMER;
        }
    }

    /** @throws IllegalArgumentException when the tag is not well-formed BCP 47 or there are too many parts */
    public Name {
        parts = List.copyOf(parts);
        if (parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException("a name has at most " + MAX_PARTS + " parts");
        }
        requireTag(language);
    }

    /** A name without parts. */
    public static Name of(Kind kind, String full, String language) {
        return new Name(kind, NameText.of(full), language, List.of());
    }

    /** The same name with these parts. */
    public Name withParts(NamePart... parts) {
        return new Name(kind, full, language, List.of(parts));
    }

    /** The texts of the parts in this role, in order. */
    public List<NameText> parts(NamePart.Role role) {
        return parts.stream()
                .filter(part -> part.role() == role)
                .map(NamePart::text)
                .toList();
    }

    private static void requireTag(String language) {
        try {
            if (language.isEmpty() || language.length() > MAX_TAG_LENGTH) {
                throw new IllegalArgumentException("a language tag has 1 to " + MAX_TAG_LENGTH + " characters");
            }
            new Locale.Builder().setLanguageTag(language);
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("not a language tag", e);
        }
    }
}
