package org.entente.node.frontier.crossing;

import java.util.List;
import org.entente.node.frontier.Crossing;

/** What the page of the frontier shows: the latest crossings, and whether there are older ones. */
public record CrossingsView(List<Crossing> crossings, boolean full) {
    public CrossingsView {
        crossings = List.copyOf(crossings);
    }
}
