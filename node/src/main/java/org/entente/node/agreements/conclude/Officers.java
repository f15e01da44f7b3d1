package org.entente.node.agreements.conclude;

import java.util.Collection;
import org.entente.node.agreements.held.Talks;
import org.entente.node.kernel.Actor;

/** The names under which those who act for this government are noted: the same each time, and another one for each. */
public final class Officers {
    private static final String PERSON = "person ";

    private Officers() {}

    /** An officer. */
    public static String of(Actor.Officer officer) {
        return person(officer.id().toString());
    }

    /** A person, by the id of their account. */
    public static String person(String id) {
        return PERSON + id;
    }

    /** A system of this government: one officer, whoever gives it its orders. */
    public static String system(String clientId) {
        return "client " + clientId;
    }

    /** Whether the name is a person's. */
    public static boolean isPerson(String officer) {
        return officer.startsWith(PERSON);
    }

    /** Whether a signature would make one person or one system both the last to approve and the one to sign. */
    static boolean wouldActAlone(String signer, Collection<Talks.Approval> approvals) {
        return approvals.stream()
                .reduce((earlier, later) -> later.step() > earlier.step() ? later : earlier)
                .filter(last -> last.officer().equals(signer))
                .isPresent();
    }
}
