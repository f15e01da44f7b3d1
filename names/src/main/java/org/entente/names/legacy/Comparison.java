package org.entente.names.legacy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a form does not say of a name: the signs of the one are laid beside those of the other, as many as stand in both. */
record Comparison(Repertoire repertoire) {
    private static final Pattern WORD = Pattern.compile("[^\\s\u2011\u2013-]+");
    private static final Pattern CAPITAL_INSIDE = Pattern.compile("\\p{Ll}.*\\p{Lu}");

    private static final Pattern IDENTIFIERS = Pattern.compile("([^<].*?)<<(.*[^<])");

    /** In a travel document the family's name stands before the given ones: it is read in that order, and in the other. */
    List<Loss> losses(String name, String form) {
        Matcher identifiers = IDENTIFIERS.matcher(form);
        if (repertoire != Repertoire.MRZ || !identifiers.matches()) {
            return inOrder(name, form);
        }
        List<Loss> asItStands = inOrder(name, identifiers.group(1) + "<" + identifiers.group(2));
        List<Loss> givenFirst = inOrder(name, identifiers.group(2) + "<" + identifiers.group(1));
        return size(givenFirst) < size(asItStands) ? givenFirst : asItStands;
    }

    private static int size(List<Loss> losses) {
        return losses.stream()
                .mapToInt(loss -> loss.written().length() + loss.becomes().length())
                .sum();
    }

    private List<Loss> inOrder(String name, String form) {
        List<String> written = signs(name);
        List<String> given = signs(form);
        int[][] common = common(written, given);
        List<Loss> losses = new ArrayList<>();
        Gap gap = new Gap(losses);
        int i = 0;
        int j = 0;
        while (i < written.size() || j < given.size()) {
            boolean both = i < written.size() && j < given.size();
            if (both && isSame(written.get(i), given.get(j))) {
                gap.end(written.get(i++), given.get(j++));
            } else if (j == given.size() || (i < written.size() && common[i + 1][j] >= common[i][j + 1])) {
                gap.written.append(written.get(i++));
            } else {
                gap.given.append(given.get(j++));
            }
        }
        gap.end("", "");
        losses.addAll(ofCase(name));
        return losses;
    }

    /** In a travel document nobody sees any more where a capital stood among small letters. */
    List<Loss> ofCase(String name) {
        return repertoire == Repertoire.MRZ
                ? WORD.matcher(name)
                        .results()
                        .map(word -> word.group())
                        .filter(word -> CAPITAL_INSIDE.matcher(word).find())
                        .map(word -> new Loss(word, "", Loss.Kind.CASE))
                        .toList()
                : List.of();
    }

    /** What stands between two signs that both have. */
    private static final class Gap {
        private final List<Loss> losses;
        private final StringBuilder written = new StringBuilder();
        private final StringBuilder given = new StringBuilder();
        private String before = "";
        private String givenBefore = "";

        Gap(List<Loss> losses) {
            this.losses = losses;
        }

        /** What was only added goes with the sign that it was added to: the one before, or else the next. */
        void end(String next, String givenNext) {
            if (!written.isEmpty()) {
                Loss.Kind kind = given.isEmpty() ? Loss.Kind.LEFT_OUT : Loss.Kind.REPLACED;
                losses.add(new Loss(written.toString(), given.toString(), kind));
            } else if (!given.isEmpty()) {
                boolean first = before.isEmpty();
                losses.add(new Loss(
                        first ? next : before, first ? given + givenNext : givenBefore + given, Loss.Kind.REPLACED));
            }
            written.setLength(0);
            given.setLength(0);
            before = next;
            givenBefore = givenNext;
        }
    }

    private boolean isSame(String written, String given) {
        return repertoire == Repertoire.MRZ
                ? UCharacter.toUpperCase(ULocale.ROOT, written).equals(given)
                        || (written.equals(" ") && given.equals("<"))
                : written.equals(given);
    }

    /** How many signs stand in both from here on. */
    private int[][] common(List<String> written, List<String> given) {
        int[][] common = new int[written.size() + 1][given.size() + 1];
        for (int i = written.size() - 1; i >= 0; i--) {
            for (int j = given.size() - 1; j >= 0; j--) {
                common[i][j] = isSame(written.get(i), given.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> signs(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(ULocale.ROOT);
        breaks.setText(text);
        List<String> signs = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            signs.add(text.substring(start, end));
            start = end;
        }
        return signs;
    }
}
