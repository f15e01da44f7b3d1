package org.entente.node.agreements.course;

import java.util.List;
import java.util.Set;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;

/** What a party may want to suspend of another. */
final class Suspending {
    private Suspending() {}

    /** One of the 45 suspensions of types of a party. */
    static ActJson.Written against(String party, int number) {
        List<Set<String>> types = List.of(
                Set.of(TestEntentes.IDENTITY),
                Set.of(TestEntentes.RESIDENCE),
                Set.of(TestEntentes.IDENTITY, TestEntentes.RESIDENCE));
        Target.Direction direction = Target.Direction.values()[number / 3 % 3];
        return ActJson.suspend(
                new Target(party, direction, Set.of(), types.get(number % 3)), Act.Cause.values()[number / 9]);
    }

    static Target part(String party, String type) {
        return new Target(party, Target.Direction.BOTH, Set.of(), Set.of(type));
    }
}
