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
    private final Secrets secrets;

    OpenRequest(
            FetchRequest fetchRequest,
            JudgeRequest judgeRequest,
            FollowChain followChain,
            Requests requests,
            Secrets secrets) {
        this.fetchRequest = fetchRequest;
        this.judgeRequest = judgeRequest;
        this.followChain = followChain;
        this.requests = requests;
        this.secrets = secrets;
    }

    /** A link as it arrived; {@code ""} stands for a parameter that is absent. */
    record Link(String clientId, String requestUri, String method) {}

    /** What became of a link. */
    sealed interface Outcome {
        /** The request is kept. */
        record Opened(UUID request) implements Outcome {}

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
            KnownRequest known = judgeRequest.judge(fetched, now);
            followChain.require(fetched, known, now);
            return requests.open(person, fetched, known, secrets.id(), now)
                    .<Outcome>map(Outcome.Opened::new)
                    .orElseGet(() -> new Outcome.NoRoom(requests.live(person, now)));
        } catch (Unacceptable e) {
            return new Outcome.NotAcceptable(e.fault());
        }
    }
}
