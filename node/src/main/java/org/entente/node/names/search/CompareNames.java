package org.entente.node.names.search;

import java.util.Comparator;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.names.NameText;
import org.entente.names.key.KeyMaker;
import org.entente.names.key.Likeness;
import org.entente.names.key.NameKeys;
import org.entente.names.legacy.LegacyForm;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.springframework.stereotype.Component;

/**
 * How like a name from elsewhere is to what a person has recorded: to its names, to the forms that they approved for other systems,
 * and to what they say is the same name, written otherwise.
 */
@Component
public class CompareNames {
    private final Orthographies orthographies;

    CompareNames(Orthographies orthographies) {
        this.orthographies = orthographies;
    }

    /** The greatest likeness to a name of the file that may be shown. */
    public Likeness with(PersonFile file, NameText presented) {
        return file.shared().stream()
                .map(name -> likeness(presented, name))
                .min(Likeness::compareTo)
                .orElse(Likeness.NONE);
    }

    /**
     * Whether a name from elsewhere is one that its bearer has put away: former or ceremonial. It is as well when it is only
     * perhaps that one, unless it is more like one that may be shown.
     */
    public boolean isPutAway(PersonFile file, NameText presented) {
        return isOneOf(file, name -> !name.isShared(), presented);
    }

    /** As {@link #isPutAway}, of ceremonial names alone, which no reason opens. */
    boolean isCeremonial(PersonFile file, NameText presented) {
        return isOneOf(file, name -> !name.isShared() && !name.isFormer(), presented);
    }

    private boolean isOneOf(PersonFile file, Predicate<RecordedName> hiddenFor, NameText presented) {
        Likeness hidden = file.names().stream()
                .filter(hiddenFor)
                .map(name -> likeness(presented, name))
                .min(Likeness::compareTo)
                .orElse(Likeness.NONE);
        Likeness shown = with(file, presented);
        return hidden.compareTo(Likeness.SAME_NAME_PERHAPS) <= 0
                && shown != Likeness.SAME_TEXT
                && hidden.compareTo(shown) <= 0;
    }

    private Likeness likeness(NameText presented, RecordedName name) {
        KeyMaker maker = orthographies.keys(name.entry().orthography());
        return of(maker, maker.of(presented), name);
    }

    /** @param presented the keys of what is compared, of the same maker */
    Likeness of(KeyMaker maker, NameKeys presented, RecordedName name) {
        Set<String> forms = name.entry().legacyForms().stream()
                .map(LegacyForm::value)
                .map(form -> KeyMaker.stored(NameText.of(form)))
                .collect(Collectors.toSet());
        Likeness itself = Likeness.of(
                presented, keys(maker, name.entry().name().full(), !name.entry().hasOrthography()), forms);
        return name.entry().equivalents().stream()
                .map(other -> Likeness.of(presented, keys(maker, other.full(), true)))
                .map(likeness -> likeness == Likeness.SAME_TEXT ? Likeness.SAME_NAME_PERHAPS : likeness)
                .reduce(itself, BinaryOperator.minBy(Comparator.naturalOrder()));
    }

    /** @param unsaid whether nobody has said in which orthography it is */
    private static NameKeys keys(KeyMaker maker, NameText text, boolean unsaid) {
        return unsaid ? maker.ofAny(text) : maker.of(text);
    }
}
