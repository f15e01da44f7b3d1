package org.entente.node.frontier.crossing;

import java.time.LocalDate;
import java.util.List;
import org.entente.node.frontier.Crossing;

/**
 * What the page of the frontier shows.
 *
 * @param crossings the latest
 * @param full whether there may be older ones
 * @param today the day at Greenwich, of which there is a statement so far
 */
public record CrossingsView(List<Crossing> crossings, boolean full, LocalDate today) {
    public CrossingsView {
        crossings = List.copyOf(crossings);
    }
}
