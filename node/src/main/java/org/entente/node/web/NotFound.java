package org.entente.node.web;

/** What was asked for does not exist, or is not to be seen by who asks (404). */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
