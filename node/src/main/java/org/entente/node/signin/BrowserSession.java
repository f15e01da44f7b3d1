package org.entente.node.signin;

import java.util.UUID;

/**
 * The session of the browser that sent a request, signed in or not; a handler of a form that declares a parameter of this
 * type starts one where there is none, and a page that is only read has one that nothing was begun in. What is begun in a browser is bound to it by {@link #id}. Signing in ends it and starts
 * another, so that nothing planted before is carried over.
 *
 * @param id never leaves the server
 */
public record BrowserSession(UUID id) {}
