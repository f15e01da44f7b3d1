package org.entente.node.agreements.document;

import java.util.Set;

/** Whom a clause means. */
public sealed interface Reach {
    /** Every party, also one that accedes later. */
    record AllParties() implements Reach {}

    /** Every party but the one that asks. */
    record OtherParties() implements Reach {}

    /** These organisations. */
    record Named(Set<OrganisationRef> organisations) implements Reach {
        public Named {
            organisations = Set.copyOf(organisations);
        }
    }
}
