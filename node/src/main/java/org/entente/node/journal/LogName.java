package org.entente.node.journal;

import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;

/** The name of this node's log and of the key that signs for it: a URL without its scheme (C2SP tlog-checkpoint). */
@Component
final class LogName {
    private final String value;

    LogName(NodeIdentity node) {
        this.value = node.origin().getRawAuthority() + "/journal";
    }

    String value() {
        return value;
    }
}
