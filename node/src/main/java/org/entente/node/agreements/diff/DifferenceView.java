package org.entente.node.agreements.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.agreements.document.Entente;
import org.entente.node.web.Page;

/** A difference as its page shows it; none where there is one text alone. */
public record DifferenceView(String name, List<Entente> texts, List<Difference> difference) {
    public DifferenceView {
        texts = List.copyOf(texts);
        difference = List.copyOf(difference);
    }

    /** What can be chosen, in the page's language, by hash: the version, and which of its texts where there are several. */
    public Map<String, String> choices(Page page) {
        Map<String, String> choices = new LinkedHashMap<>();
        texts.forEach(text -> choices.put(text.hash(), choice(page, text)));
        return choices;
    }

    private String choice(Page page, Entente text) {
        List<Entente> same = texts.stream()
                .filter(other -> other.version() == text.version())
                .toList();
        return same.size() == 1
                ? page.say("agreements.diff.version", text.version())
                : page.say("agreements.diff.version.text", text.version(), same.indexOf(text) + 1, same.size());
    }
}
