package org.entente.names.legacy;

import com.ibm.icu.lang.UCharacter;
import java.time.Instant;
import java.util.List;
import org.entente.names.NameText;

/**
 * A form of a name for another system that its bearer has approved. It is what that system gets from then on, and by which the
 * name is found again when the system sends it back.
 *
 * @param channel the id of the {@link Channel}
 * @param at when the person approved it
 */
public record LegacyForm(String channel, String value, Method method, Instant at, List<Loss> losses) {
    public LegacyForm {
        losses = List.copyOf(losses);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a form is not empty");
        }
    }

    /**
     * A form that the person wrote, with what it does not say of the name: a form that somebody chose loses no less.
     *
     * @throws IllegalArgumentException when the channel cannot write it, has no room for it, or there is a filler in it; a word
     *     that stands in the name itself is none
     */
    public static LegacyForm chosen(NameText name, Channel channel, String value, Instant at) {
        requireForm(channel, value);
        if (Fillers.areIn(value.replace('<', ' ').strip()) && !Fillers.areIn(name.value())) {
            throw new IllegalArgumentException("a filler is no form of a name");
        }
        List<Loss> losses = new Comparison(channel.repertoire()).losses(name.value(), value);
        return new LegacyForm(channel.id(), value, Method.PERSON_CHOSEN, at, losses);
    }

    static void requireForm(Channel channel, String value) {
        if (!channel.repertoire().holds(value) || value.length() > channel.most()) {
            throw new IllegalArgumentException("the channel " + channel.id() + " cannot write this form");
        }
        if (value.codePoints().noneMatch(UCharacter::isLetterOrDigit)) {
            throw new IllegalArgumentException("a filler is no form of a name");
        }
    }
}
