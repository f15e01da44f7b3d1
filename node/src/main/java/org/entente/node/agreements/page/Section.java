package org.entente.node.agreements.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Paragraph;
import org.entente.node.agreements.document.Party;

/**
 * A heading of the text and the paragraphs under it.
 *
 * @param heading empty for paragraphs that stand before the first one
 */
public record Section(Optional<Paragraph> heading, List<Passage> passages) {
    /** A paragraph and the clauses that implement it. */
    public record Passage(Paragraph paragraph, List<Provision> provisions) {}

    /** The text of an entente, under its headings. */
    public static List<Section> all(Entente entente, Map<String, Party> parties) {
        List<Section> sections = new ArrayList<>();
        Optional<Paragraph> heading = Optional.empty();
        List<Passage> passages = new ArrayList<>();
        for (Paragraph paragraph : entente.paragraphs()) {
            if (paragraph.heading()) {
                add(sections, heading, passages);
                heading = Optional.of(paragraph);
                passages = new ArrayList<>();
            } else {
                passages.add(new Passage(paragraph, Provision.of(entente, paragraph, parties)));
            }
        }
        add(sections, heading, passages);
        return sections;
    }

    private static void add(List<Section> sections, Optional<Paragraph> heading, List<Passage> passages) {
        if (heading.isPresent() || !passages.isEmpty()) {
            sections.add(new Section(heading, List.copyOf(passages)));
        }
    }
}
