package org.entente.node.names.mine;

import java.util.List;
import org.entente.node.names.file.Version;

/** What was done with a person's names, the latest first, for their own eyes. */
public record HistoryView(List<Version> versions) {
    public HistoryView {
        versions = List.copyOf(versions);
    }
}
