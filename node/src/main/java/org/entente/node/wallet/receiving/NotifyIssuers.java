package org.entente.node.wallet.receiving;

import java.time.Instant;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.springframework.stereotype.Component;

/** Tells an issuer what became of a batch, until it has heard it (OID4VCI 1.0 §11); no holder waits for that. */
@Component
class NotifyIssuers {
    private final Notifications notifications;
    private final ProvenRequests requests;

    NotifyIssuers(Notifications notifications, ProvenRequests requests) {
        this.notifications = notifications;
        this.requests = requests;
    }

    /**
     * Tells one thing that is due; false when nothing was. An issuer is told one thing after the other, and one that has had its
     * time hears the rest in a later round, so that no other waits for it.
     */
    boolean notifyOne(Instant now, IssuerTime time) {
        return time.spendOnNext(
                hosts -> notifications.takeDue(now, hosts), due -> due.address().endpoint(), this::tell);
    }

    private void tell(Notifications.Due due) {
        try {
            OutsideAnswer answer =
                    requests.resource(due.address().endpoint(), due.request().toJson(), due.grant());
            if (answer.status() < 500 && answer.status() != 429) {
                notifications.forget(due);
            }
        } catch (Unreachable e) {
            switch (e.reason()) {
                case ADDRESS_REFUSED, REDIRECTED, TOO_LONG -> notifications.forget(due);
                case NOT_REACHED, NO_ANSWER -> {} // it comes up again
            }
        }
    }
}
