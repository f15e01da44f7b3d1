package org.entente.names.barrier.probe;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts by which a system shows one name: as it was written, and as it gives it back. A store that damages a name is a
 * barrier of its own; whether the name is found is another question.
 */
record ShownAs(Set<String> texts) {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    ShownAs {
        texts = Set.copyOf(texts);
    }

    static ShownAs of(String registered, List<Output> outputs) {
        Set<String> texts = new LinkedHashSet<>(Set.of(NFC.normalize(registered)));
        outputs.stream()
                .map(output -> NFC.normalize(output.text()).strip())
                .filter(text -> !text.isEmpty())
                .forEach(texts::add);
        return new ShownAs(texts);
    }

    /** Whether a line shows it. What has no letter left stands for any name, and is one only where nothing stands beside it. */
    boolean isIn(String line) {
        String shown = NFC.normalize(line).strip();
        return texts.stream()
                .anyMatch(text -> shown.equals(text) || (hasLetter(text) && text.length() > 1 && shown.contains(text)));
    }

    private static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(UCharacter::isLetterOrDigit);
    }

    /** The lines that show this one and not the other. */
    List<String> only(Collection<String> lines, ShownAs other) {
        return lines.stream().filter(line -> isIn(line) && !other.isIn(line)).toList();
    }
}
