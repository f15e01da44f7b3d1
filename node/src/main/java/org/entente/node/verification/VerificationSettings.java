package org.entente.node.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last in this room, and how much may be asked.
 *
 * @param request within which a wallet must answer
 * @param holderProof how long ago the holder may have signed
 * @param result how long an accepted result waits to be collected
 * @param proofs how long proof paths are kept
 * @param unanswered how long those are kept of requests that no wallet answered
 * @param startsPerNetworkAndHour how many requests browsers of one network address may start: a household's, or that of a
 *     library or a mobile operator with many people behind it
 */
@ConfigurationProperties("entente.verification")
public record VerificationSettings(
        @DefaultValue("5m") Duration request,
        @DefaultValue("5m") Duration holderProof,
        @DefaultValue("10m") Duration result,
        @DefaultValue("90d") Duration proofs,
        @DefaultValue("1h") Duration unanswered,
        @DefaultValue("600") int startsPerNetworkAndHour) {}
