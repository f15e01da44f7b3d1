package org.entente.node.names.capture;

import java.util.List;
import java.util.Set;
import org.entente.names.Name;
import org.entente.names.legacy.Channel;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.record.NameEntry;
import org.entente.names.record.Spoken;
import org.entente.node.kernel.Text;
import org.entente.node.names.form.Channels;
import org.springframework.stereotype.Component;

/**
 * What was said of a name before it was corrected. Nobody but its bearer knows whether another writing is still the same name,
 * or a recording still says it: both go on where they say so, or where the name is written as it was. A form that was approved
 * was approved for what was written, and for the parts that it is made of.
 */
@Component
class StillRight {
    private final Channels channels;

    StillRight(Channels channels) {
        this.channels = channels;
    }

    /**
     * What its bearer says is still right.
     *
     * @param asked whether they were asked: what they left unticked then is right no more, also where the name is written as it was
     * @param others the texts of other writings
     */
    record Said(boolean asked, Set<String> others, boolean sound) {
        Said {
            others = Set.copyOf(others);
        }
    }

    /** The corrected name with what goes on. */
    NameEntry correct(NameEntry before, NameEntry corrected, Said said) {
        boolean same = !said.asked() && isWrittenAlike(before, corrected.name());
        Spoken spoken = corrected.spoken();
        Spoken recorded = before.spoken();
        boolean heard = same || said.sound();
        return new NameEntry(
                corrected.name(),
                corrected.orthography(),
                corrected.received(),
                before.equivalents().stream()
                        .filter(other ->
                                same || said.others().contains(other.full().value()))
                        .toList(),
                heard ? spoken.recorded(recorded.audioDigest(), recorded.audioType()) : spoken,
                before.legacyForms().stream()
                        .filter(form -> goesOn(form, before, corrected.name()))
                        .toList(),
                before.validity());
    }

    /** Whether a corrected name is written otherwise than before, so that its bearer is asked what is still right. */
    boolean isAsked(NameEntry before, Name name) {
        return !isWrittenAlike(before, name);
    }

    /** What people call the systems whose forms have to be approved anew. */
    List<Text> lostForms(NameEntry before, Name name) {
        return before.legacyForms().stream()
                .filter(form -> !goesOn(form, before, name))
                .map(form -> channels.find(form.channel())
                        .map(Channels.Named::name)
                        .orElseGet(() -> new Text(form.channel(), form.channel())))
                .toList();
    }

    private boolean goesOn(LegacyForm form, NameEntry before, Name name) {
        boolean ofParts = channels.find(form.channel())
                .map(Channels.Named::channel)
                .map(Channel::isOfParts)
                .orElse(true);
        return isWrittenAlike(before, name)
                && (!ofParts || before.name().parts().equals(name.parts()));
    }

    private static boolean isWrittenAlike(NameEntry before, Name name) {
        return before.name().full().equals(name.full());
    }
}
