package org.entente.node.web.guard;

import java.io.IOException;

/** More was sent than the address takes. */
public final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;
}
