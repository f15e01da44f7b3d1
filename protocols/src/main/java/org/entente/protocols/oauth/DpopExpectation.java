package org.entente.protocols.oauth;

import java.net.URI;

/**
 * The request that a proof must be for.
 *
 * @param method of the request, in capitals
 * @param target its address as the caller sees it; query and fragment do not count
 * @param tokenHash {@link DpopProof#tokenHash} of the access token it presents, "" when it presents none
 */
public record DpopExpectation(String method, URI target, String tokenHash) {}
