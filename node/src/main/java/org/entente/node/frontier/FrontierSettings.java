package org.entente.node.frontier;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the frontier works.
 *
 * @param mirrorEvery the time between two rounds of the mirror
 */
@ConfigurationProperties("entente.frontier")
public record FrontierSettings(
        @DefaultValue("20s") Duration mirrorEvery,
        @DefaultValue Limits limits) {
    /**
     * How much is taken of one government. A few messages a day are usual, a few hundred when somebody joins.
     *
     * @param messagesPerMinute beyond it the sender is asked to come back
     * @param messagesPerHour the same
     * @param refusalsPerHour beyond it refusals are answered and no longer journalled one by one
     * @param refusalsPerDay how many of those that anybody can cause in its name are journalled
     * @param strangersRefusalsPerDay the same, of all that are not known here together
     */
    public record Limits(
            @DefaultValue("120") int messagesPerMinute,
            @DefaultValue("1200") int messagesPerHour,
            @DefaultValue("60") int refusalsPerHour,
            @DefaultValue("100") int refusalsPerDay,
            @DefaultValue("1000") int strangersRefusalsPerDay) {}
}
