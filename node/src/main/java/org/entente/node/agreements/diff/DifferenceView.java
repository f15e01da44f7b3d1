package org.entente.node.agreements.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.agreements.document.Entente;

/** A difference as its page shows it; none where there is one text alone. */
public record DifferenceView(String name, List<Entente> texts, List<Difference> difference) {
    public DifferenceView {
        texts = List.copyOf(texts);
        difference = List.copyOf(difference);
    }

    /** What can be chosen: the number of each version and the beginning of its hash, by hash. */
    public Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        texts.forEach(text ->
                choices.put(text.hash(), text.version() + " (" + text.hash().substring(0, 8) + "…)"));
        return choices;
    }
}
