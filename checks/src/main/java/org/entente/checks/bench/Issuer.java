package org.entente.checks.bench;

/**
 * An issuer, and how a wallet speaks with it.
 *
 * @param clientId by which it knows the wallet, "" where it asks for no name
 * @param possession whether tokens are asked for with a proof of possession (RFC 9449)
 */
record Issuer(IssuerAddresses addresses, String clientId, boolean possession) {}
