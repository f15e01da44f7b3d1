package org.entente.node.wallet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import org.entente.node.wallet.TestServer.Answer;
import org.entente.node.wallet.TestServer.Request;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oid4vci.NotificationRequest;
import tools.jackson.databind.node.ObjectNode;

/** The part of an issuer that hears what became of its batches (OID4VCI 1.0 §11), if it wants to. */
public final class TestNotifications {
    private final TestServer server;
    private final BiPredicate<String, DpopProof> isGood;
    private final Map<String, String> events = new ConcurrentHashMap<>();
    private final AtomicBoolean deaf = new AtomicBoolean();
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile CountDownLatch awaited = new CountDownLatch(0);
    private volatile boolean wanted;

    /** @param isGood whether a token goes with a proof */
    TestNotifications(TestServer server, BiPredicate<String, DpopProof> isGood) {
        this.server = server;
        this.isGood = isGood;
        server.on("/notification", this::hear);
    }

    void wanted() {
        wanted = true;
    }

    /** Hears nothing the next time. */
    public void deafOnce() {
        deaf.set(true);
    }

    /** Answers nothing until another has heard something, and not at all where that takes long. */
    public void answersAfter(TestNotifications other) {
        awaited = other.first;
    }

    /** What it heard, in no order. */
    public List<String> heard() {
        return List.copyOf(events.values());
    }

    /** What the issuer's metadata say of it. */
    void describe(ObjectNode metadata) {
        if (wanted) {
            metadata.put("notification_endpoint", server.origin() + "/notification");
        }
    }

    /** Names a batch. */
    void name(ObjectNode response) {
        if (wanted) {
            response.put("notification_id", UUID.randomUUID().toString());
        }
    }

    private Answer hear(Request request) {
        String token = request.header("Authorization").replaceFirst("^DPoP ", "");
        if (!isGood.test(token, DpopProof.parse(request.header("DPoP")))) {
            return Answer.json(401, "{\"error\":\"invalid_token\"}");
        }
        if (deaf.getAndSet(false)) {
            return Answer.json(503, "{}");
        }
        if (!hasHappened(awaited)) {
            return Answer.json(503, "{}");
        }
        first.countDown();
        NotificationRequest told = NotificationRequest.parse(Json.object(request.body()));
        events.merge(told.notificationId(), told.event().code(), (first, again) -> first + " " + again);
        return new Answer(204, Map.of(), "");
    }

    private static boolean hasHappened(CountDownLatch awaited) {
        try {
            return awaited.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
