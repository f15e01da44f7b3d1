package org.entente.names.barrier;

import java.util.List;

/**
 * A barrier of law, policy or practice: no program finds it; somebody is asked.
 *
 * @param law rules and announcements known to speak of it, as the reference of the catalogue found them; none where it found none
 */
public record Question(String id, Wording title, List<Wording> law) {
    public Question {
        law = List.copyOf(law);
    }
}
