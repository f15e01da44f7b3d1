package org.entente.node.issuance;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * What this node's organisations issue.
 *
 * @param batchSize the most one-time copies of a credential that one request obtains
 * @param offerLifetime how long an offer can be read and redeemed
 * @param statusTimeToLive how long a reader may keep a status list before it fetches it again
 */
@ConfigurationProperties("entente.issuance")
public record IssuanceSettings(
        @DefaultValue List<Issued> credentials,
        @DefaultValue("10") int batchSize,
        @DefaultValue("15m") Duration offerLifetime,
        @DefaultValue("1m") Duration statusTimeToLive) {
    private static final int MAX_BATCH = 50;

    /**
     * A credential type that an organisation issues from a register.
     *
     * @param type a description as {@code issuance/proof-of-identity.json} on the class path
     * @param lifetimeDays how long a copy is valid
     */
    public record Issued(
            Resource type,
            String organisation,
            String register,
            @DefaultValue("180") int lifetimeDays) {}

    public IssuanceSettings {
        credentials = List.copyOf(credentials);
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            throw new IllegalArgumentException("a batch has 1 to " + MAX_BATCH + " copies");
        }
    }
}
