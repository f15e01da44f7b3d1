package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.outside.Unreachable;
import org.entente.protocols.ProtocolError;
import org.jspecify.annotations.Nullable;

/** An issuance stopped at a step. Ends an exchange from within; callers of this package see an outcome instead. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    private final Step step;
    private final Problem problem;
    private final transient @Nullable Instant again;

    Stopped(Step step, Problem problem) {
        this(step, problem, null);
    }

    /** @param again from when on the issuer says that it would do what it does not now */
    Stopped(Step step, Problem problem, @Nullable Instant again) {
        super(step + ": " + problem);
        this.step = step;
        this.problem = problem;
        this.again = again;
    }

    Optional<Instant> again() {
        return Optional.ofNullable(again);
    }

    /** Whether the issuer does not take the access token, or takes it no more: no other answer at this step says so. */
    boolean isOfToken() {
        return step == Step.COPIES && problem == Problem.OFFER_OVER;
    }

    Step step() {
        return step;
    }

    Problem problem() {
        return problem;
    }

    /** Part of an exchange with a stranger. */
    interface Part<T> {
        T run() throws Unreachable, Stopped;
    }

    /** Runs a part; an address that cannot be reached or an answer that cannot be read stops at the step. */
    static <T> T at(Step step, Part<T> part) throws Stopped {
        try {
            return part.run();
        } catch (Unreachable e) {
            throw new Stopped(step, Problem.of(e.reason()));
        } catch (ProtocolError e) {
            throw new Stopped(step, Problem.MALFORMED);
        }
    }
}
