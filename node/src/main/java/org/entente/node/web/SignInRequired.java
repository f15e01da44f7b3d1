package org.entente.node.web;

/** Somebody has to be signed in: a page leads to signing in and back, the API answers 401. */
public final class SignInRequired extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
