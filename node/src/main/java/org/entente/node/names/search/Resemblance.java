package org.entente.node.names.search;

import java.util.Optional;
import org.entente.names.key.Likeness;
import org.entente.names.record.Equivalent;
import org.entente.node.kernel.Text;
import org.entente.node.names.file.RecordedName;

/**
 * How like a name from elsewhere is to one that a person has recorded, and by which writing of it. Where neither a system nor
 * another writing is given, it is the recorded name itself that it is like.
 *
 * @param name the recorded name; empty where there is nothing in common
 * @param system for which the person approved the form that it is
 * @param other what the person says is the same name, and it is like
 */
public record Resemblance(
        Likeness likeness, Optional<RecordedName> name, Optional<Text> system, Optional<Equivalent> other) {
    /** To nothing. */
    static final Resemblance NONE =
            new Resemblance(Likeness.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    static Resemblance itself(Likeness likeness, RecordedName name) {
        return likeness == Likeness.NONE
                ? NONE
                : new Resemblance(likeness, Optional.of(name), Optional.empty(), Optional.empty());
    }

    static Resemblance form(Likeness likeness, RecordedName name, Text system) {
        return new Resemblance(likeness, Optional.of(name), Optional.of(system), Optional.empty());
    }

    static Resemblance other(Likeness likeness, RecordedName name, Equivalent other) {
        return new Resemblance(likeness, Optional.of(name), Optional.empty(), Optional.of(other));
    }

    boolean isCloserThan(Resemblance another) {
        return likeness.compareTo(another.likeness) < 0;
    }

    /** Whether there is more to say than that it is like the recorded name. */
    public boolean isByAnotherWriting() {
        return system.isPresent() || other.isPresent();
    }

    /** Never the names. */
    @Override
    public String toString() {
        return "Resemblance[" + likeness + "]";
    }
}
