package org.entente.node.agreements.ruling;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;

/** Rules on questions: permitted if one entente permits, otherwise refused as the entente says that comes closest. */
public final class Rulings {
    private static final Comparator<Examination> CLOSEST = Comparator.<Examination, Ruling>comparing(
                    Examination::ruling, Comparator.comparing(ruling -> ruling instanceof Ruling.Permitted))
            .thenComparing(Examination::partiesConcerned)
            .thenComparing(Examination::stepsTaken);

    private Rulings() {}

    /** Whether a credential may be accepted. */
    public static Ruling rule(Question question, Collection<HeldEntente> held, Instant now) {
        return rule(Matter.of(question), held, now);
    }

    /** Whether claims may be asked for, whichever recognised issuer's credential the holder then shows. */
    public static Ruling rule(Asking asking, Collection<HeldEntente> held, Instant now) {
        return rule(Matter.of(asking), held, now);
    }

    private static Ruling rule(Matter matter, Collection<HeldEntente> held, Instant now) {
        List<Examination> examinations = held.stream()
                .sorted(Comparator.comparing(
                        entente -> entente.state().entente().id()))
                .map(entente -> Examination.of(matter, entente, now))
                .toList();
        return examinations.stream().max(CLOSEST).map(Examination::ruling).orElseGet(Rulings::noneHeld);
    }

    private static Ruling noneHeld() {
        Walk walk = new Walk();
        walk.step(RulingStep.ENTENTE, false, Findings.HELD, Findings.NOT_HELD, Findings.CONCLUDE);
        return refused(walk);
    }

    static Ruling refused(Walk walk) {
        RulingStep step = RulingStep.values()[walk.length() - 1];
        var path = walk.path();
        ProofOutcome outcome = path.firstFailed().orElseThrow().outcome();
        if (outcome instanceof ProofOutcome.Failed(var found, var mend)) {
            return new Ruling.Refused(step, found, mend, path);
        }
        throw new IllegalStateException("the step that failed has failed");
    }
}
