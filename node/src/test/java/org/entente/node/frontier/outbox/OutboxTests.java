package org.entente.node.frontier.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.frontier.message.Message;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.keys.Keys;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two processes that hold the same message, one of which has been slow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxTests {
    private static final String SIGNED_AGAIN = "under another key";

    private final TestNode node = TestNode.government("gaspe");
    private final Outbox outbox = node.bean(Outbox.class);
    private final Outbox.Lane lane = new Outbox.Lane(URI.create("https://tadoussac.example"), UUID.randomUUID());

    @BeforeAll
    void oneWaits() {
        Instant now = Instant.now();
        Message message = new Message(
                node.bean(NodeIdentity.class).entityId(),
                lane.recipient(),
                UUID.randomUUID(),
                now,
                now.plus(Message.LIFETIME),
                "tide",
                Json.newObject());
        // No lane is ready for a day, so that the node's own job leaves this one alone.
        outbox.add(message, message.sign(node.bean(Keys.class).federation()), now.plus(Duration.ofDays(1)));
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void what_one_has_signed_again_or_settled_the_other_neither_replaces_nor_settles() {
        Outbox.Outgoing slow = outbox.next(lane).orElseThrow();
        Outbox.Outgoing quick = outbox.next(lane).orElseThrow();

        Outbox.Outgoing again =
                outbox.replace(quick, UUID.randomUUID(), SIGNED_AGAIN).orElseThrow();
        assertThat(again.attempts()).isEqualTo(quick.attempts());
        assertThat(outbox.replace(slow, UUID.randomUUID(), "lost")).isEmpty();
        assertThat(outbox.refused(slow, "forged")).isFalse();
        assertThat(outbox.next(lane)).get().extracting(Outbox.Outgoing::message).isEqualTo(SIGNED_AGAIN);

        outbox.delivered(again, "receipt");
        assertThat(outbox.next(lane)).isEmpty();
        assertThat(outbox.replace(again, UUID.randomUUID(), "too late")).isEmpty();
    }
}
