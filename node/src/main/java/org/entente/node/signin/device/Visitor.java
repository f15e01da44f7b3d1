package org.entente.node.signin.device;

/**
 * Where a request to sign in comes from. A handler may declare it as a parameter.
 *
 * @param network by which attempts are limited
 * @param deviceToken the mark that the browser got when somebody first signed in with it, "" for none
 */
public record Visitor(String network, String deviceToken, DeviceFamily family) {
    /** Never the mark or the network. */
    @Override
    public String toString() {
        return "Visitor[" + family + "]";
    }
}
