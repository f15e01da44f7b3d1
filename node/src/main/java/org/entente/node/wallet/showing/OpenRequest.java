package org.entente.node.wallet.showing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.springframework.stereotype.Component;

/** Fetches the request that a link leads to, judges it, and keeps it for the holder to decide on. */
@Component
class OpenRequest {
    private final FetchRequest fetchRequest;
    private final JudgeRequest judgeRequest;
    private final FollowChain followChain;
    private final Requests requests;
    private final FaultyRequests faultyRequests;
    private final Secrets secrets;

    OpenRequest(
            FetchRequest fetchRequest,
            JudgeRequest judgeRequest,
            FollowChain followChain,
            Requests requests,
            FaultyRequests faultyRequests,
            Secrets secrets) {
        this.fetchRequest = fetchRequest;
        this.judgeRequest = judgeRequest;
        this.followChain = followChain;
        this.requests = requests;
        this.faultyRequests = faultyRequests;
        this.secrets = secrets;
    }

    /** A link as it arrived; {@code ""} stands for a parameter that is absent. */
    record Link(String clientId, String requestUri, String method) {}

    /** What became of a link. */
    sealed interface Outcome {
        /** The request is kept. */
        record Opened(UUID request) implements Outcome {}

        /** It cannot be answered, and is kept for as long as its verifier may be told so; nobody was yet. */
        record Faulty(UUID request, Fault fault) implements Outcome {}

        /** It is not put before the holder; nothing is kept, and nobody is told. */
        record NotAcceptable(Fault fault) implements Outcome {}

        /** As many as are kept can still be answered: it is not kept, and none of those gives way to it. */
        record NoRoom(List<StoredRequest> live) implements Outcome {
            public NoRoom {
                live = List.copyOf(live);
            }
        }
    }

    Outcome open(PersonId person, Link link, Instant now) {
        try {
            FetchedRequest fetched = fetchRequest.fetch(link.clientId(), link.requestUri(), link.method(), now);
            return switch (judgeRequest.examine(fetched, now)) {
                case Judgement.Sound(KnownRequest request) -> open(person, fetched, request, now);
                case Judgement.Faulty(Objection objection) -> open(person, fetched, objection, now);
            };
        } catch (Unacceptable e) {
            return new Outcome.NotAcceptable(e.fault());
        }
    }

    private Outcome open(PersonId person, FetchedRequest fetched, KnownRequest request, Instant now)
            throws Unacceptable {
        followChain.require(fetched, request.object().responseUri(), now);
        return requests.open(person, fetched, request, secrets.id(), now)
                .<Outcome>map(Outcome.Opened::new)
                .orElseGet(() -> new Outcome.NoRoom(requests.live(person, now)));
    }

    /** Where no authority answers for whoever signed it, its verifier is not known and is told nothing. */
    private Outcome open(PersonId person, FetchedRequest fetched, Objection objection, Instant now)
            throws Unacceptable {
        followChain.require(fetched, objection.request().responseUri(), now);
        return faultyRequests
                .open(person, fetched, objection, secrets.id(), now)
                .<Outcome>map(id -> new Outcome.Faulty(id, objection.fault()))
                .orElseGet(() -> new Outcome.NotAcceptable(objection.fault()));
    }
}
