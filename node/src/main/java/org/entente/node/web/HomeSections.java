package org.entente.node.web;

import java.util.List;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;

/** Extension point: what a room shows on the front page. */
public interface HomeSections {
    /** Lower stands first. */
    int order();

    /** The sections for this reader, each with at most {@link HomeSection#MAX_ITEMS} items. */
    List<HomeSection> sections(Language language, Actor actor);
}
