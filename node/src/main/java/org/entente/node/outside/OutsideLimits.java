package org.entente.node.outside;

import java.time.Duration;

/**
 * How far one room's exchanges may go.
 *
 * @param userAgent what the other side's log reads: the program, never the node's people; "" to say nothing
 * @param patience the longest an exchange may take, from connecting to the last byte
 * @param answerBytes the longest answer that is read
 * @param connections the most at a time
 * @param connectionsPerHost the most at a time to one host
 */
public record OutsideLimits(
        String userAgent, Duration patience, int answerBytes, int connections, int connectionsPerHost) {
    public OutsideLimits {
        if (!patience.isPositive() || answerBytes < 1 || connectionsPerHost < 1 || connections < connectionsPerHost) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
