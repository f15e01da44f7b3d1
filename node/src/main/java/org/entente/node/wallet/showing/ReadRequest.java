package org.entente.node.wallet.showing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Reads a request again for a holder who looks at it, with what they have for it at this moment. */
@Component
class ReadRequest {
    private final JudgeRequest judgeRequest;
    private final MatchRequest matchRequest;

    ReadRequest(JudgeRequest judgeRequest, MatchRequest matchRequest) {
        this.judgeRequest = judgeRequest;
        this.matchRequest = matchRequest;
    }

    /** What the holder can do with it. */
    sealed interface Outcome {
        /** Decide. */
        record Answerable(KnownRequest request, Match.Found found) implements Outcome {}

        /** Refuse, and obtain one of these types. */
        record Lacking(List<String> types) implements Outcome {
            public Lacking {
                types = List.copyOf(types);
            }
        }

        /** Nothing: it has expired meanwhile, for instance. */
        record Over(Fault fault) implements Outcome {}
    }

    /** Whether its verifier would still take an answer, as far as the request says. */
    boolean isLive(StoredRequest stored, Instant now) {
        if (stored.contents().isEmpty()) {
            return false;
        }
        try {
            judgeRequest.judge(stored.contents().get(), now);
            return true;
        } catch (Unacceptable e) {
            return false;
        }
    }

    /** What stands in its way; empty when its verifier cannot be told any more. */
    Optional<Fault> fault(StoredRequest stored, Instant now) {
        if (stored.contents().isEmpty()) {
            return Optional.empty();
        }
        try {
            return switch (judgeRequest.examine(stored.contents().get(), now)) {
                case Judgement.Faulty(Objection objection) -> Optional.of(objection.fault());
                case Judgement.Sound _ -> Optional.empty();
            };
        } catch (Unacceptable e) {
            return Optional.empty();
        }
    }

    Outcome read(PersonId holder, StoredRequest stored, Instant now) {
        if (stored.contents().isEmpty()) {
            return new Outcome.Over(Fault.OVER);
        }
        try {
            KnownRequest request = judgeRequest.judge(stored.contents().get(), now);
            return switch (matchRequest.match(holder, request, now)) {
                case Match.Found found -> new Outcome.Answerable(request, found);
                case Match.Lacking(List<String> types) -> new Outcome.Lacking(types);
            };
        } catch (Unacceptable e) {
            return new Outcome.Over(e.fault());
        }
    }
}
