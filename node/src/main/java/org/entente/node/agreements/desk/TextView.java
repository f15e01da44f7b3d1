package org.entente.node.agreements.desk;

import java.util.List;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.page.Section;

/** One text of an entente, whatever became of it, in both languages side by side. */
public record TextView(Entente entente, List<Section> sections) {
    static TextView of(Held held, Entente text) {
        return new TextView(text, Section.all(text, DeskView.parties(held)));
    }
}
