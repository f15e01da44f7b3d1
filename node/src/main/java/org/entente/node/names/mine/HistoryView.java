package org.entente.node.names.mine;

import java.util.List;
import org.entente.node.names.file.Version;
import org.entente.node.names.search.Looks;

/**
 * What was done with a person's names, the latest first, for their own eyes.
 *
 * @param looks who read their former names
 */
public record HistoryView(List<Version> versions, List<Looks.Look> looks) {
    public HistoryView {
        versions = List.copyOf(versions);
        looks = List.copyOf(looks);
    }
}
