package org.entente.node.signin.authorization;

/** What the page of a request that cannot be opened shows: nothing of the request. */
public record UnopenedRequest() {}
