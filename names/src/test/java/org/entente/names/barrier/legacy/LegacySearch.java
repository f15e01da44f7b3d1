package org.entente.names.barrier.legacy;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.collation.NameOrders;
import org.entente.names.key.KeyMaker;
import org.entente.names.key.Likeness;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;

/** How the registry finds and sorts. Without barriers as the library does; with one, as if that had been forgotten. */
record LegacySearch(Set<String> barriers) {
    private static final List<KeyMaker> KEYS = java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(OpenProfile.get()), DraftProfiles.all().stream())
            .filter(profile ->
                    Set.of("", "iu-Cans", "crk-Cans").contains(profile.bcp47()) || profile.equals(OpenProfile.get()))
            .map(profile -> new KeyMaker(Alphabet.of(profile)))
            .toList();
    private static final Profile TLICHO = DraftProfiles.all().stream()
            .filter(draft -> draft.bcp47().equals("dgr"))
            .findFirst()
            .orElseThrow();

    boolean finds(String typed, String name) {
        if (barriers.contains("B35") && hasNoKey(typed) && hasNoKey(name)) {
            return true;
        }
        if (barriers.contains("B36")
                && Arrays.stream(name.split("[^\\p{L}\\p{M}ʼ]+")).anyMatch(typed::equalsIgnoreCase)) {
            return true;
        }
        if (typed.equals(name)) {
            return true;
        }
        boolean forgotten = forgets("B19", !Normalizer2.getNFCInstance().isNormalized(typed))
                || forgets("B23", (typed + name).contains("\u200B"))
                || forgets("B25", typed.contains("\uA7DC"))
                || forgets("B27", typed.matches(".*['’ʼ].*"))
                || forgets("B28", typed.matches(".*[ʔɁɂ].*"))
                || forgets("B29", typed.contains(":"))
                || forgets("B30", typed.matches(".*[\\u0332\\u0315].*"))
                || forgets("B31", isAscii(typed))
                || forgets("B33", isAscii(typed) && isSyllabic(name))
                || forgets("B34", (isSyllabic(typed) && isSyllabic(name)) || typed.contains("ê"));
        return !forgotten && isLike(typed, name);
    }

    private boolean forgets(String barrier, boolean needed) {
        return barriers.contains(barrier) && needed;
    }

    private static boolean isLike(String typed, String name) {
        return NameText.read(typed) instanceof NameReading.Accepted(NameText asked)
                && NameText.read(name) instanceof NameReading.Accepted(NameText kept)
                && KEYS.stream().anyMatch(keys -> Likeness.of(keys.of(asked), keys.of(kept)) != Likeness.NONE);
    }

    /** Whether a new name is thought to be one that is there. */
    Predicate<String> isTakenFor(String written) {
        return kept -> barriers.contains("B32") && plain(kept).equals(plain(written));
    }

    private static String plain(String name) {
        return Transliterator.getInstance("NFD; [:M:] Remove; Latin-ASCII; Lower")
                .transliterate(name);
    }

    Comparator<String> order() {
        Comparator<NameText> order = NameOrders.standard().of(TLICHO);
        return barriers.contains("B37")
                ? Comparator.naturalOrder()
                : (one, other) -> order.compare(NameText.of(one), NameText.of(other));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit < 0x80);
    }

    /** Soundex and its like know A to Z alone. */
    private static boolean hasNoKey(String text) {
        return text.chars().noneMatch(unit -> unit < 0x80 && Character.isLetterOrDigit(unit));
    }

    private static boolean isSyllabic(String text) {
        return !text.isEmpty() && text.charAt(0) >= 0x1400 && text.charAt(0) < 0x1680;
    }
}
