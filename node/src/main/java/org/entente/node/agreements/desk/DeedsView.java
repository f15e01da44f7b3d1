package org.entente.node.agreements.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Deed;
import org.entente.node.kernel.Actor;

/**
 * A page of what was done for this government, the newest first.
 *
 * @param older the number before which what is older was done; empty when nothing is
 */
public record DeedsView(Entente entente, List<Line> lines, Optional<Long> older) {
    static final int ON_A_PAGE = 25;

    /**
     * A deed.
     *
     * @param what the end of a key in the catalogue
     * @param subject the hash of the text or of the signed act
     * @param asked who asked for it first, where it takes two
     */
    public record Line(Instant at, String what, String subject, Who by, Optional<Who> asked) {}

    /**
     * Who did it.
     *
     * @param role in words of the catalogue: {@code you}, {@code officer} or {@code system}
     * @param id of the account, or of the system
     */
    public record Who(String role, String id) {
        static Who of(String officer, String reader) {
            String id = officer.substring(officer.indexOf(' ') + 1);
            if (officer.equals(reader)) {
                return new Who("you", id);
            }
            return new Who(Officers.isPerson(officer) ? "officer" : "system", id);
        }
    }

    /** @param deeds those of a page and one more, if there is one */
    static DeedsView of(Entente entente, List<Deed> deeds, Actor.Officer officer) {
        String reader = Officers.of(officer);
        List<Deed> shown = deeds.stream().limit(ON_A_PAGE).toList();
        return new DeedsView(
                entente,
                shown.stream().map(deed -> line(deed, reader)).toList(),
                deeds.size() > ON_A_PAGE ? Optional.of(shown.getLast().number()) : Optional.empty());
    }

    private static Line line(Deed deed, String reader) {
        return new Line(
                deed.at(),
                deed.kind().code(),
                deed.subject(),
                Who.of(deed.by().officer(), reader),
                deed.by().asked().map(asked -> Who.of(asked, reader)));
    }
}
