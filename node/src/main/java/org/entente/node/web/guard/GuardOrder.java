package org.entente.node.web.guard;

import org.springframework.core.Ordered;

/** In which order the guards stand: each answer, a refusal too, has the security headers. */
final class GuardOrder {
    static final int HEADERS = Ordered.HIGHEST_PRECEDENCE + 100;
    static final int BODY = HEADERS + 1;
    static final int ORIGIN = BODY + 1;

    private GuardOrder() {}
}
