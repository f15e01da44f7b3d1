package org.entente.node.agreements.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.held;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.node.TestNode;
import org.entente.node.agreements.life.Act;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.Signer;
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

    /**
     * What a node does whose change nobody orders. The moments of the replacement lie ahead, those of what the parties are told
     * do not: the node's own job tells them by the clock, so that the depositary may order it once it is back.
     */
    static void rollUnordered(TestNode node) {
        RollOn rollOn = node.bean(RollOn.class);
        Signer present = node.bean(Keys.class).federation();
        roll(node);
        awaitTold(node, 2);
        // As exact as the database keeps it, which would round it up.
        Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Following.PATIENCE);
        rollOn.goOn(first.minusSeconds(60));
        assertThat(node.bean(Keys.class).federation().keyId()).isEqualTo(present.keyId());
        rollOn.goOn(first);
        assertThat(node.bean(Keys.class).federation().keyId()).isNotEqualTo(present.keyId());
        awaitTold(node, 1);
        Instant second = first.plus(Following.PATIENCE);
        rollOn.goOn(second);
        assertThat(node.bean(RollOvers.class).underWay()).isEmpty();
        assertThat(ours(node).keys()).hasSize(1).doesNotContain(present.publicKey());
        assertThat(node.bean(ReadKey.class).read(ONE, second).ententes())
                .extracting(KeyView.Line::following)
                .containsExactly(Following.WITHOUT);
        int told = told(node);
        rollOn.goOn(second.plusSeconds(2));
        rollOn.goOn(second.plusSeconds(4));
        assertThat(told(node)).as("told again no sooner than a day later").isEqualTo(told);
    }

    /** Until another party knows a node by its present key alone, and nothing waits between the two. */
    static void awaitFollowed(TestNode node, TestNode other) {
        await().atMost(PATIENCE)
                .until(() ->
                        held(other).party(node.origin()).orElseThrow().keys().equals(ours(node)));
        await().atMost(PATIENCE).until(() -> waiting(node) == 0 && waiting(other) == 0);
        assertThat(node.bean(ReadKey.class).read(ONE, Instant.now()).ententes())
                .extracting(KeyView.Line::following)
                .doesNotContain(Following.WAITS, Following.WITHOUT);
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
