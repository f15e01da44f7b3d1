package org.entente.node.agreements.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.held;

import java.time.Instant;
import org.entente.node.TestNode;
import org.entente.node.agreements.life.Act;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.Jwks;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node whose key is replaced, and what waits in its outbox meanwhile. */
final class Rolling {
    static final String ONE = "person one";
    static final String OTHER = "person other";

    private Rolling() {}

    static void roll(TestNode node) {
        RollKey rollKey = node.bean(RollKey.class);
        assertThat(rollKey.ask(ONE, Instant.now())).isEqualTo(RollOutcome.DONE);
        assertThat(rollKey.confirm(OTHER, Instant.now())).isEqualTo(RollOutcome.DONE);
    }

    static void awaitEnd(TestNode node) {
        await().atMost(PATIENCE)
                .until(() -> node.bean(RollOvers.class).underWay().isEmpty());
        assertThat(ours(node).keys()).hasSize(1);
    }

    static Jwks ours(TestNode node) {
        return node.bean(Keys.class).federationKeys();
    }

    static int waiting(TestNode node) {
        return count(node, "state = 'waiting'");
    }

    static int refusedByPeer(TestNode node) {
        return count(node, "state in ('refused', 'expired')");
    }

    /** How many keys before the present one could still sign. */
    static int kept(TestNode node) {
        return number(node, "select count(*) from keys.former where sealed is not null");
    }

    /** How often the other parties were sent an act. */
    static int told(TestNode node) {
        return count(node, "type = 'entente-act'");
    }

    /** Until the node's own job has told the depositary, which does not answer, of a change to so many keys. */
    static void awaitTold(TestNode node, int keys) {
        await().atMost(PATIENCE)
                .until(() -> held(node).pending().stream()
                        .anyMatch(act -> act.act() instanceof Act.RollOver(Jwks told)
                                && told.keys().size() == keys));
    }

    private static int count(TestNode node, String where) {
        return number(node, "select count(*) from frontier.outbox where " + where);
    }

    private static int number(TestNode node, String query) {
        return node.bean(JdbcClient.class).sql(query).query(Integer.class).single();
    }
}
