package org.entente.node.wallet;

import java.time.Duration;
import java.time.Instant;
import org.entente.node.kernel.PersonId;
import org.entente.node.limits.Allowance;
import org.entente.node.limits.Limits;
import org.entente.node.limits.Use;
import org.entente.node.web.TooManyRequests;
import org.springframework.stereotype.Component;

/** How often one holder's links have this node fetch from strangers: slow ones, opened in numbers, would fill its way out. */
@Component
public class FetchAllowance {
    static final Allowance FETCHES = new Allowance("wallet fetches", Duration.ofMinutes(1), 30);

    private final Limits limits;

    FetchAllowance(Limits limits) {
        this.limits = limits;
    }

    /** @throws TooManyRequests when the holder has had as many as a minute may have */
    public void use(PersonId holder, Instant now) {
        if (limits.use(FETCHES, holder.toString(), now) instanceof Use.Beyond beyond) {
            throw new TooManyRequests(beyond.retryAfter());
        }
    }
}
