package org.entente.node.web;

/**
 * Extension point: lets the addresses under a path take a larger body than the {@link #DEFAULT}. A room contributes it
 * as a bean and says in a comment why.
 *
 * @param path the beginning of the address: {@code /frontier/messages}
 * @param bytes the largest body
 */
public record BodyAllowance(String path, int bytes) {
    /** The largest body that an address takes otherwise, in bytes. */
    public static final int DEFAULT = 64 * 1024;
}
