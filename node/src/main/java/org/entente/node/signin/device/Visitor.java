package org.entente.node.signin.device;

/**
 * Where a request to sign in comes from. A handler may declare it as a parameter.
 *
 * @param network by which attempts are limited
 * @param marks those that the browser got when people signed in with it
 */
public record Visitor(String network, Marks marks, DeviceFamily family) {
    /** Never the marks or the network. */
    @Override
    public String toString() {
        return "Visitor[" + family + "]";
    }
}
