package org.entente.node.home;

import java.util.List;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.HomeSection;

/** What the front page shows. */
public record Home(NodeIdentity identity, List<HomeSection> sections) {
    public Home {
        sections = List.copyOf(sections);
    }
}
