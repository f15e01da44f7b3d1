package org.entente.node.names;

import java.util.Optional;
import java.util.function.Predicate;
import org.entente.names.NameText;
import org.entente.names.record.NameFile;

/**
 * What may leave of a person's names.
 *
 * @param shown their names with all that is known of them; empty while none may be shown
 * @param putAway whether a name from elsewhere, however it is written there, is one that its bearer shows to nobody
 */
public record SharedNames(Optional<NameFile> shown, Predicate<NameText> putAway) {
    /** Never the names. */
    @Override
    public String toString() {
        return "SharedNames[…]";
    }
}
