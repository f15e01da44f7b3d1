package org.entente.node.frontier.statement;

import java.time.LocalDate;
import java.util.List;
import org.entente.node.frontier.crossing.Tally;

/**
 * What the page of a day's statement shows.
 *
 * @param over whether the day is over
 * @param others other days that have a statement, latest first
 */
public record StatementView(LocalDate day, boolean over, List<Tally> tallies, List<LocalDate> others) {
    public StatementView {
        tallies = List.copyOf(tallies);
        others = List.copyOf(others);
    }
}
