package org.entente.checks.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An issuer of others that is measured.
 *
 * @param issuer its identifier
 * @param offers a file of offers that it made
 * @param process the number of its process, where it runs on this machine
 * @param clientId by which it knows the wallet, "" where it asks for no name
 * @param possession whether tokens are asked for with a proof of possession (RFC 9449)
 * @param authorities in PEM, believed besides those of the platform
 */
record Peer(
        URI issuer,
        Path offers,
        Optional<Integer> process,
        String clientId,
        boolean possession,
        Optional<Path> authorities) {}
