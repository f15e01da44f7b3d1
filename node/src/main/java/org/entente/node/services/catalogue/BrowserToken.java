package org.entente.node.services.catalogue;

import org.entente.node.kernel.Secrets;

/**
 * What only the browser has that started a presentation. It names the service, so that what was presented to one service
 * is not collected by another of the same organisation.
 */
public record BrowserToken(String value) {
    /** A fresh one. */
    public static BrowserToken random(Procedure service, Secrets secrets) {
        return new BrowserToken(prefix(service) + secrets.token());
    }

    /** Whether it was made for this service. */
    public boolean isFor(Procedure service) {
        return value.startsWith(prefix(service));
    }

    /** Under which it is kept. */
    public byte[] hash() {
        return Secrets.hash(value);
    }

    private static String prefix(Procedure service) {
        return service.id() + ".";
    }
}
