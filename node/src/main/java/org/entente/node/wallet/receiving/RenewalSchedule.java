package org.entente.node.wallet.receiving;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.kernel.Secrets;
import org.springframework.stereotype.Component;

/**
 * When what was received is renewed: about half its time after it came, on a day that chance chooses. Set at issuance and
 * never moved by use, so that the issuer does not learn from it how often a holder shows anything.
 */
@Component
class RenewalSchedule {
    private static final Duration WITHOUT_END = Duration.ofDays(180);
    private static final Duration SHORTEST = Duration.ofHours(1);

    private final Secrets secrets;

    RenewalSchedule(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @param validUntil when what was received now ends */
    Instant next(Instant now, Optional<Instant> validUntil) {
        Duration validity = validUntil.map(end -> Duration.between(now, end)).orElse(WITHOUT_END);
        double chance = (ByteBuffer.wrap(secrets.bytes(Integer.BYTES)).getInt() >>> 1) / (double) Integer.MAX_VALUE;
        Duration wait = Duration.ofSeconds((long) (validity.toSeconds() * (0.4 + 0.2 * chance)));
        return now.plus(wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait);
    }
}
