package org.entente.names.legacy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.names.key.PlainLetters;
import org.entente.names.letters.Segment;
import org.entente.names.letters.Sign;
import org.entente.names.profile.Profile;
import org.entente.names.profile.Romanisation;

/** What becomes of one segment of a name in one repertoire: the first rule that knows it, in the order of {@link Method}. */
final class Transcription {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    /** Signs that stand between letters or for them, as Latin-1 and ASCII have them; travel documents leave them out. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("’", "'"),
            Map.entry("ʼ", "'"),
            Map.entry("ꞌ", "'"),
            Map.entry("Ꞌ", "'"),
            Map.entry("ˈ", "'"),
            Map.entry("ʻ", "'"),
            Map.entry("ʔ", "'"),
            Map.entry("Ɂ", "'"),
            Map.entry("ɂ", "'"),
            Map.entry("꞉", ":"),
            Map.entry("ː", ":"),
            Map.entry("·", "."),
            Map.entry("‑", "-"),
            Map.entry("–", "-"),
            Map.entry("\u00A0", " "));

    /** What travel documents write as they write a space. */
    private static final Set<String> SEPARATING = Set.of("-", "‑", "–", ",");

    private final Repertoire repertoire;
    private final Profile profile;
    private final Map<String, String> agencyTable;

    Transcription(Repertoire repertoire, Profile profile, Map<String, String> agencyTable) {
        this.repertoire = repertoire;
        this.profile = profile;
        this.agencyTable = agencyTable;
    }

    /** A segment's form and the rule that gave it; none when no rule knows the segment. */
    record Transcribed(String form, Method method) {}

    Optional<Transcribed> of(Segment segment) {
        String written = segment.written();
        return firstOf(
                rule(repertoire.rules(profile.legacyRules()), segment, Method.PROFILE),
                rule(agencyTable, segment, Method.AGENCY),
                unchanged(written).map(same -> new Transcribed(same, Method.UNCHANGED)),
                segment.sign() instanceof Sign.Invisible
                        ? Optional.of(new Transcribed("", Method.UNCHANGED))
                        : Optional.empty(),
                sign(written).map(form -> new Transcribed(form, Method.ICAO_TABLE)),
                completed(segment).map(form -> new Transcribed(form, Method.ICAO_TABLE)));
    }

    @SafeVarargs
    private static Optional<Transcribed> firstOf(Optional<Transcribed>... rules) {
        for (Optional<Transcribed> rule : rules) {
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    private Optional<Transcribed> rule(Map<String, String> rules, Segment segment, Method method) {
        return Optional.ofNullable(rules.getOrDefault(segment.written(), rules.get(segment.letter())))
                .map(form -> repertoire == Repertoire.MRZ ? upper(form) : form)
                .filter(repertoire::holds)
                .map(form -> new Transcribed(form, method));
    }

    /** What the repertoire has; in travel documents a small letter is its capital, and a space the filler. */
    private Optional<String> unchanged(String written) {
        if (repertoire != Repertoire.MRZ) {
            return repertoire.holds(written) ? Optional.of(written) : Optional.empty();
        }
        return switch (written) {
            case " " -> Optional.of("<");
            default ->
                Optional.of(upper(written)).filter(capital -> !capital.contains("<") && repertoire.holds(capital));
        };
    }

    private Optional<String> sign(String written) {
        Optional<String> form = Optional.ofNullable(SIGNS.get(written));
        if (repertoire == Repertoire.MRZ && SEPARATING.contains(written)) {
            return Optional.of("<");
        }
        if (repertoire == Repertoire.MRZ) {
            return form.isPresent() || ".':".contains(written) ? Optional.of("") : Optional.empty();
        }
        return form;
    }

    /** The table of travel documents for every sign of the letter, then the profile's plainer letters, then our proposals. */
    private Optional<String> completed(Segment segment) {
        Optional<String> usual = repertoire == Repertoire.LATIN1
                ? Optional.empty()
                : IcaoLetters.of(segment.written()).map(capitals -> cased(capitals, segment.written()));
        return usual.or(() -> romanised(segment)).or(() -> plain(segment.written()));
    }

    private Optional<String> romanised(Segment segment) {
        for (Romanisation romanisation : profile.romanisations()) {
            for (String form : segment.romanised(romanisation)) {
                Optional<String> fits = form.equals(segment.written()) ? Optional.empty() : fitted(form);
                if (fits.isPresent()) {
                    return fits;
                }
            }
        }
        return Optional.empty();
    }

    /** A romanised form in this repertoire: as it is, or sign by sign. */
    private Optional<String> fitted(String form) {
        List<String> signs = new ArrayList<>();
        for (int codePoint : form.codePoints().toArray()) {
            String one = Character.toString(codePoint);
            Optional<String> fits = unchanged(one)
                    .or(() -> sign(one))
                    .or(() -> IcaoLetters.of(one).map(capitals -> cased(capitals, one)))
                    .or(() -> plain(one));
            if (fits.isEmpty()) {
                return Optional.empty();
            }
            signs.add(fits.get());
        }
        return Optional.of(String.join("", signs));
    }

    /** Base letters with those of their marks that the repertoire has; letters without a base by our own proposals. */
    private Optional<String> plain(String written) {
        StringBuilder plain = new StringBuilder();
        for (int codePoint : NFD.normalize(written).codePoints().toArray()) {
            if (UCharacter.getCombiningClass(codePoint) > 0) {
                String marked = NFC.normalize(plain + Character.toString(codePoint));
                if (repertoire.holds(marked)) {
                    plain.replace(0, plain.length(), marked);
                }
            } else {
                Optional<String> base = base(Character.toString(codePoint));
                if (base.isEmpty()) {
                    return Optional.empty();
                }
                plain.append(base.get());
            }
        }
        return Optional.of(plain.toString());
    }

    private Optional<String> base(String one) {
        String small = UCharacter.foldCase(one, true);
        return unchanged(one)
                .or(() -> sign(one))
                .or(() -> PlainLetters.of(small.codePointAt(0)).stream()
                        .map(form -> cased(upper(form), one))
                        .filter(repertoire::holds)
                        .findFirst());
    }

    /** Capitals as they are where the sign is a capital or there are no small letters; small ones otherwise. */
    private String cased(String capitals, String written) {
        if (repertoire == Repertoire.MRZ) {
            return capitals;
        }
        String small = UCharacter.toLowerCase(ULocale.ROOT, capitals);
        if (!UCharacter.isUUppercase(written.codePointAt(0)) || small.isEmpty()) {
            return small;
        }
        return upper(small.substring(0, 1)) + small.substring(1);
    }

    private static String upper(String text) {
        return UCharacter.toUpperCase(ULocale.ROOT, text);
    }

    /** The signs that no rule knows. */
    List<String> unknown(List<Segment> segments) {
        return segments.stream()
                .filter(segment -> of(segment).isEmpty())
                .map(Segment::written)
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }
}
