package org.entente.node.names.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.names.NameText;
import org.entente.names.key.KeyMaker;
import org.entente.names.key.Likeness;
import org.entente.names.key.NameKeys;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.record.Equivalent;
import org.entente.node.kernel.Text;
import org.entente.node.names.Orthographies;
import org.entente.node.names.file.PersonFile;
import org.entente.node.names.file.RecordedName;
import org.entente.node.names.form.Channels;
import org.springframework.stereotype.Component;

/**
 * How like a name from elsewhere is to what a person has recorded: to its names, to the forms that they approved for other systems,
 * and to what they say is the same name, written otherwise.
 */
@Component
public class CompareNames {
    private final Orthographies orthographies;
    private final Channels channels;

    CompareNames(Orthographies orthographies, Channels channels) {
        this.orthographies = orthographies;
        this.channels = channels;
    }

    /** The greatest resemblance to a name of the file that may be shown. */
    public Resemblance with(PersonFile file, NameText presented) {
        return file.shared().stream()
                .map(name -> resemblance(presented, name))
                .min(Comparator.comparing(Resemblance::likeness))
                .orElse(Resemblance.NONE);
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
                .map(name -> resemblance(presented, name).likeness())
                .min(Likeness::compareTo)
                .orElse(Likeness.NONE);
        Likeness shown = with(file, presented).likeness();
        return hidden.compareTo(Likeness.SAME_NAME_PERHAPS) <= 0
                && shown != Likeness.SAME_TEXT
                && hidden.compareTo(shown) <= 0;
    }

    private Resemblance resemblance(NameText presented, RecordedName name) {
        KeyMaker maker = orthographies.keys(name.entry().orthography());
        return of(maker, maker.of(presented), name);
    }

    /**
     * The closest of the name itself, its forms and its other writings, in this order where they are as close.
     *
     * @param presented the keys of what is compared, of the same maker
     */
    Resemblance of(KeyMaker maker, NameKeys presented, RecordedName name) {
        NameKeys recorded =
                keys(maker, name.entry().name().full(), !name.entry().hasOrthography());
        Resemblance closest = Resemblance.itself(Likeness.of(presented, recorded), name);
        Optional<LegacyForm> form = name.entry().legacyForms().stream()
                .filter(one -> stored(one).equals(presented.stored()))
                .findFirst();
        if (form.isPresent()) {
            Likeness byForm = Likeness.of(presented, recorded, Set.of(stored(form.get())));
            Resemblance alike = Resemblance.form(byForm, name, system(form.get()));
            closest = alike.isCloserThan(closest) ? alike : closest;
        }
        for (Equivalent other : name.entry().equivalents()) {
            Likeness byOther = Likeness.of(presented, keys(maker, other.full(), true));
            Resemblance alike = Resemblance.other(
                    byOther == Likeness.SAME_TEXT ? Likeness.SAME_NAME_PERHAPS : byOther, name, other);
            closest = alike.isCloserThan(closest) ? alike : closest;
        }
        return closest;
    }

    /** What people call the systems for which forms of these names were approved, by their channel. */
    Map<String, Text> systems(List<RecordedName> names) {
        Map<String, Text> systems = new HashMap<>();
        names.stream()
                .flatMap(name -> name.entry().legacyForms().stream())
                .forEach(form -> systems.put(form.channel(), system(form)));
        return systems;
    }

    /** What people call the system; its id where this government knows it no longer. */
    private Text system(LegacyForm form) {
        return channels.find(form.channel())
                .map(Channels.Named::name)
                .orElseGet(() -> new Text(form.channel(), form.channel()));
    }

    private static String stored(LegacyForm form) {
        return KeyMaker.storedForm(form.value());
    }

    /** @param unsaid whether nobody has said in which orthography it is */
    private static NameKeys keys(KeyMaker maker, NameText text, boolean unsaid) {
        return unsaid ? maker.ofAny(text) : maker.of(text);
    }
}
