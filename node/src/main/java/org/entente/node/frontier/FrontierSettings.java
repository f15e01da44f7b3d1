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
public record FrontierSettings(@DefaultValue("20s") Duration mirrorEvery) {}
