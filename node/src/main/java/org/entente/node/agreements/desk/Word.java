package org.entente.node.agreements.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.agreements.decide.Decision;
import org.entente.node.agreements.decide.FirstWord;
import org.entente.node.kernel.Actor;

/**
 * That somebody asked for what takes two.
 *
 * @param mine whether the reader did, so that another confirms
 */
public record Word(UUID id, Instant at, boolean mine) {
    /** As an officer sees it. */
    public static Word of(FirstWord word, Actor.Officer officer) {
        return new Word(word.id(), word.at(), word.officer().equals(Officers.of(officer)));
    }

    static Optional<Word> about(Decision decision, List<FirstWord> all, Actor.Officer officer) {
        return all.stream()
                .filter(word -> word.decision().equals(decision))
                .findFirst()
                .map(word -> of(word, officer));
    }
}
