package org.entente.names.barrier.probe;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The letters of a name that came through, laid beside those that came out: on them alone case can be judged. */
record Survivors(List<Pair> pairs) {
    private static final int MOST = 600;
    private static final int SAME_LETTER = 1_000;

    /** A cased letter that was sent, and the same letter as it came out. */
    private record Pair(int sent, int came) {
        boolean isRecased() {
            return UCharacter.isUUppercase(sent) != UCharacter.isUUppercase(came);
        }
    }

    Survivors {
        pairs = List.copyOf(pairs);
    }

    static Survivors of(String sent, String came) {
        int[] before = letters(sent);
        int[] after = letters(came);
        int[][] best = best(before, after);
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.length && j < after.length) {
            int paired = worth(before[i], after[j]);
            if (paired > 0 && best[i][j] == best[i + 1][j + 1] + paired) {
                pairs.add(new Pair(before[i++], after[j++]));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return new Survivors(pairs);
    }

    /** Forced where all letters that came through are of one case, changed where some are. */
    Optional<Damage> recased() {
        if (pairs.stream().noneMatch(Pair::isRecased)) {
            return Optional.empty();
        }
        long capitals = pairs.stream()
                .filter(pair -> UCharacter.isUUppercase(pair.came()))
                .count();
        return Optional.of(capitals == 0 || capitals == pairs.size() ? Damage.FORCED_CASE : Damage.RECASED);
    }

    /** As many letters as can be paired in their order, and of these as many as can be in their case. */
    private static int[][] best(int[] before, int[] after) {
        int[][] best = new int[before.length + 1][after.length + 1];
        for (int i = before.length - 1; i >= 0; i--) {
            for (int j = after.length - 1; j >= 0; j--) {
                int worth = worth(before[i], after[j]);
                best[i][j] =
                        Math.max(worth > 0 ? best[i + 1][j + 1] + worth : 0, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        return best;
    }

    private static int worth(int sent, int came) {
        if (sent == came) {
            return SAME_LETTER + 1;
        }
        return folded(sent) == folded(came) ? SAME_LETTER : 0;
    }

    private static int folded(int letter) {
        return UCharacter.toLowerCase(UCharacter.toUpperCase(letter));
    }

    private static int[] letters(String text) {
        return Normalizer2.getNFDInstance()
                .normalize(text)
                .codePoints()
                .filter(letter -> UCharacter.isUUppercase(letter) || UCharacter.isULowercase(letter))
                .limit(MOST)
                .toArray();
    }
}
