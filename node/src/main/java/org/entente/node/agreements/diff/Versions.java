package org.entente.node.agreements.diff;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.negotiation.Move;
import org.springframework.stereotype.Component;

/** The texts of an entente that somebody may compare. */
@Component
class Versions {
    private final Holdings holdings;

    Versions(Holdings holdings) {
        this.holdings = holdings;
    }

    /** Which texts there are, the newest last: for everybody those that came into force, for officers also what is talked about. */
    List<Entente> of(String name, boolean officer) {
        return holdings.find(name).stream()
                .flatMap(held -> officer ? Stream.concat(published(held), talkedAbout(held)) : published(held))
                .distinct()
                .sorted(Comparator.comparingInt(Entente::version))
                .toList();
    }

    private static Stream<Entente> published(Held held) {
        return held.chain().hasEntered()
                ? Stream.concat(
                        held.chain().earlier().stream().flatMap(hash -> held.text(hash).stream()),
                        Stream.of(held.chain().entente()))
                : Stream.empty();
    }

    private static Stream<Entente> talkedAbout(Held held) {
        List<String> proposed = held.negotiation().moves().stream()
                .filter(move -> move.step() instanceof Move.Step.Propose)
                .map(move -> move.step().document())
                .toList();
        return Stream.concat(
                proposed.stream().flatMap(hash -> held.text(hash).stream()), held.talks().map(Talks::text).stream());
    }

    /** The two texts of these hashes; where one is not given, the newest and the one before it. */
    Optional<Difference> between(List<Entente> texts, String from, String to) {
        if (texts.size() < 2) {
            return Optional.empty();
        }
        Optional<Entente> before = chosen(texts, from, texts.get(texts.size() - 2));
        Optional<Entente> after = chosen(texts, to, texts.getLast());
        return before.flatMap(was -> after.map(is -> Difference.between(was, is)));
    }

    private static Optional<Entente> chosen(List<Entente> texts, String hash, Entente otherwise) {
        return hash.isEmpty()
                ? Optional.of(otherwise)
                : texts.stream().filter(text -> text.hash().equals(hash)).findFirst();
    }
}
