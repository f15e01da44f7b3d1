package org.entente.node.names;

import java.util.List;
import org.entente.names.Name;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Text;

/** Names that this government holds of a person elsewhere, for that person to take into their own file or to leave. */
public interface HeldNames {
    /** The names of a person, in an order that stays; none where this source does not know who they are. */
    List<Held> of(PersonId person);

    /**
     * A name as its source has it.
     *
     * @param source what people call the source
     */
    record Held(Text source, Name name) {
        /** Never the name. */
        @Override
        public String toString() {
            return "Held[…]";
        }
    }
}
