package org.entente.node.agreements.record;

import java.time.Instant;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestParties;
import org.entente.node.frontier.Mirror;

/** Lets a node read at once what the other parties publish, as its jobs do every few seconds. */
public final class TestRecords {
    private TestRecords() {}

    public static void read(TestNode node, String name, Instant now) {
        Mirror mirror = node.bean(Mirror.class);
        PartyRecords.of(TestParties.held(node, name), node.origin())
                .keySet()
                .forEach(address -> mirror.fetch(address, now));
        node.bean(CatchUp.class).catchUp(now);
    }
}
