package org.entente.names.profile;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four published tables of one alphabet. */
record FpccAlphabet(
        List<List<String>> ordering,
        List<List<String>> variants,
        List<List<String>> confusables,
        List<String> ignored) {
    static final String ORDERING = "alphabet_ordering.csv";
    private static final String SOURCE =
            "FirstVoices Unicode and Orthography Resources, First Peoples' Cultural Council (alphabet %s)";

    static FpccAlphabet read(Path folder) throws IOException {
        List<List<String>> ordering = new ArrayList<>(
                CsvTable.read(folder.resolve(ORDERING), "Sort Order", "Character", "Approximate Latin Form(s)"));
        Map<List<String>, Integer> places = new LinkedHashMap<>();
        ordering.forEach(row -> places.put(row, Integer.parseInt(row.getFirst())));
        ordering.sort(Comparator.comparing(row -> places.getOrDefault(row, 0)));
        return new FpccAlphabet(
                ordering,
                CsvTable.read(folder.resolve("character_variants.csv"), "Base Character", "Variant"),
                CsvTable.read(folder.resolve("confusable_characters.csv"), "Confusable", "Canonical Character"),
                CsvTable.read(folder.resolve("ignored_characters.csv"), "Ignored Character").stream()
                        .map(List::getFirst)
                        .toList());
    }

    Profile profile(String slug, FpccSites.Site site) {
        List<String> alphabet = ordering.stream()
                .map(row -> Ordered.composed(row.get(1)))
                .distinct()
                .toList();
        String script = script(alphabet);
        return new Profile(
                "fpcc:" + slug,
                version(),
                site.name(),
                script.equals("Latn") ? site.bcp47() : withScript(site.bcp47(), script),
                script,
                casing(alphabet),
                alphabet,
                forms(alphabet),
                meant(),
                ignored,
                romanisations(),
                LegacyRules.NONE,
                List.of("BC Sans"),
                Pronunciation.UNKNOWN,
                new Authority("", String.format(SOURCE, slug), "Apache-2.0"),
                Status.DRAFT);
    }

    private Map<String, List<String>> forms(List<String> alphabet) {
        Map<String, List<String>> forms = new LinkedHashMap<>();
        for (List<String> row : variants) {
            String form = Ordered.composed(row.get(1));
            List<String> known = forms.computeIfAbsent(Ordered.composed(row.get(0)), letter -> new ArrayList<>());
            if (!known.contains(form) && !alphabet.contains(form)) {
                known.add(form);
            }
        }
        return forms;
    }

    /** Some published pairs differ in normalisation alone; what is stored is composed, so that nothing is left to propose. */
    private Map<String, String> meant() {
        Map<String, String> meant = new LinkedHashMap<>();
        for (List<String> row : confusables) {
            String mistaken = Ordered.composed(row.get(0));
            String letter = Ordered.composed(row.get(1));
            String before = mistaken.equals(letter) ? letter : meant.getOrDefault(mistaken, letter);
            if (!before.equals(letter)) {
                throw new IllegalArgumentException("one mistaken form of two letters");
            }
            if (!mistaken.equals(letter)) {
                meant.put(mistaken, letter);
            }
        }
        return meant;
    }

    private List<Romanisation> romanisations() {
        Map<String, List<String>> signs = new LinkedHashMap<>();
        for (List<String> row : ordering) {
            List<String> forms = Arrays.stream(row.get(2).split(" "))
                    .filter(form -> !form.isEmpty())
                    .distinct()
                    .toList();
            if (!forms.isEmpty()) {
                signs.put(Ordered.composed(row.get(1)), forms);
            }
        }
        return signs.isEmpty() ? List.of() : List.of(new Romanisation("und-Latn", signs));
    }

    private Casing casing(List<String> alphabet) {
        boolean capitalsPublished = variants.stream()
                .anyMatch(row -> !row.get(0).equals(row.get(1))
                        && UCharacter.foldCase(row.get(0), true).equals(UCharacter.foldCase(row.get(1), true)));
        long capitals = alphabet.stream()
                .filter(letter -> UCharacter.isUUppercase(letter.codePointAt(0)))
                .count();
        long small = alphabet.stream()
                .filter(letter -> UCharacter.isULowercase(letter.codePointAt(0)))
                .count();
        if (capitalsPublished) {
            return Casing.BICAMERAL;
        }
        if (capitals + small == 0) {
            return Casing.UNICAMERAL;
        }
        return capitals > small ? Casing.CAPITALS_ONLY : Casing.UNSTATED;
    }

    private static String script(List<String> alphabet) {
        long syllabic = alphabet.stream()
                .filter(letter -> UScript.getScript(letter.codePointAt(0)) == UScript.CANADIAN_ABORIGINAL)
                .count();
        return 2 * syllabic > alphabet.size() ? "Cans" : "Latn";
    }

    private static String withScript(String tag, String script) {
        int rest = tag.indexOf('-');
        return rest < 0 ? tag + "-" + script : tag.substring(0, rest) + "-" + script + tag.substring(rest);
    }

    /** The publication numbers no versions: twelve digits of the SHA-256 of what the tables say. */
    private String version() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
