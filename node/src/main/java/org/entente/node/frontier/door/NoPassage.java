package org.entente.node.frontier.door;

import java.io.IOException;
import org.entente.node.frontier.FetchOutcome.Reason;

/** There was no usable answer. Carries a reason and nothing of what the other side sent. */
public final class NoPassage extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    NoPassage(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
