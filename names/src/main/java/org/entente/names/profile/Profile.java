package org.entente.names.profile;

import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One community's orthography. The unit is the orthography and not the language: three orthographies of one language tag have
 * three profiles, and what is a letter in one may be a mistyping in the next. All texts are in composed form (NFC).
 *
 * @param id for instance {@code fpcc:ktunaxa}
 * @param version changes whenever anything else does; keys and sort keys are made for one version
 * @param name what the orthography is called, in its own language where known
 * @param bcp47 the language tag; orthographies may share one
 * @param script ISO 15924, for instance {@code Latn} or {@code Cans}
 * @param alphabet the letters in order; a letter may be several signs, a symbol or a digit
 * @param variants for each letter its other forms, capitals for instance
 * @param confusables for each mistaken form the letters that were meant
 * @param ignored marks that do not count when names are sorted
 * @param fonts families that draw every letter, the preferred one first
 */
public record Profile(
        String id,
        String version,
        String name,
        String bcp47,
        String script,
        Casing casing,
        List<String> alphabet,
        Map<String, List<String>> variants,
        Map<String, String> confusables,
        List<String> ignored,
        List<Romanisation> romanisations,
        LegacyRules legacyRules,
        List<String> fonts,
        Pronunciation pronunciation,
        Authority authority,
        Status status) {
    /** The most letters, variants of a letter, or ignored marks; the published alphabets have at most some hundred letters. */
    public static final int MAX_LETTERS = 2_000;

    /** The most mistaken forms; the published alphabets have at most some hundreds. */
    public static final int MAX_CONFUSABLES = 20_000;

    /** The longest letter, in UTF-16 units. */
    public static final int MAX_LETTER_LENGTH = 20;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}:[a-z0-9][a-z0-9-]{0,79}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern SCRIPT = Pattern.compile("[A-Z][a-z]{3}");

    /** @throws IllegalArgumentException when the parts contradict one another or a limit is passed; the message says which */
    public Profile {
        alphabet = Ordered.list(alphabet);
        variants = Ordered.mapOfLists(variants);
        confusables = Ordered.map(confusables);
        ignored = Ordered.list(ignored);
        romanisations = List.copyOf(romanisations);
        fonts = List.copyOf(fonts);
        require(ID.matcher(id).matches(), "an id is two words with a colon between them");
        require(VERSION.matcher(version).matches(), "a version is one word");
        require(SCRIPT.matcher(script).matches(), "a script is a code of ISO 15924");
        require(status == Status.DRAFT || !authority.name().isEmpty(), "an approved profile says who has approved it");
        require(!name.isEmpty() && name.length() <= 200, "a profile has a name of at most 200 characters");
        requireTag(bcp47);
        require(alphabet.size() <= MAX_LETTERS && ignored.size() <= MAX_LETTERS, "too many letters");
        require(variants.values().stream().allMatch(forms -> forms.size() <= MAX_LETTERS), "too many variants");
        require(confusables.size() <= MAX_CONFUSABLES, "too many confusables");
        require(romanisations.size() <= 20 && fonts.size() <= 20, "too many romanisations or fonts");
        Set<String> letters = requireLetters(alphabet, variants);
        requireConfusables(confusables, letters);
        ignored.forEach(Profile::requireSign);
    }

    /** A draft with an alphabet and nothing else said. */
    public static Profile draft(
            String id, String version, String bcp47, String script, Casing casing, List<String> alphabet) {
        return new Profile(
                id,
                version,
                id,
                bcp47,
                script,
                casing,
                alphabet,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                LegacyRules.NONE,
                List.of(),
                Pronunciation.UNKNOWN,
                new Authority("", "unstated", "NOASSERTION"),
                Status.DRAFT);
    }

    /** What keys and sort keys depend on, for instance {@code fpcc:ktunaxa@2025}. */
    public String key() {
        return id + "@" + version;
    }

    private static Set<String> requireLetters(List<String> alphabet, Map<String, List<String>> variants) {
        Set<String> letters = new HashSet<>();
        for (String letter : alphabet) {
            requireSign(letter);
            require(letters.add(letter), "a letter stands twice in the alphabet");
        }
        variants.forEach((letter, forms) -> {
            require(alphabet.contains(letter), "a variant of what is no letter");
            forms.forEach(form -> {
                requireSign(form);
                require(letters.add(form), "a variant is a letter, or a variant of two");
            });
        });
        return letters;
    }

    private static void requireConfusables(Map<String, String> confusables, Set<String> letters) {
        confusables.forEach((mistaken, meant) -> {
            requireSign(mistaken);
            requireSign(meant);
            require(!letters.contains(mistaken), "a letter is said to be a mistake");
            require(!confusables.containsKey(meant), "what was meant is itself said to be a mistake");
        });
    }

    private static void requireSign(String sign) {
        require(!sign.isBlank() && sign.length() <= MAX_LETTER_LENGTH, "a sign is empty or too long");
    }

    private static void requireTag(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("not a language tag", e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
