package org.entente.node.frontier.statement;

import java.time.Instant;
import org.entente.node.TestNode;

/** Lets a node state its days at another time than the present. */
public final class TestStatements {
    private TestStatements() {}

    public static int sign(TestNode node, Instant now) {
        return node.bean(SignStatements.class).signDaysThatAreOver(now);
    }
}
