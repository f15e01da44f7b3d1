package org.entente.node.wallet.showing;

import java.nio.charset.StandardCharsets;
import org.entente.node.kernel.Secrets;
import org.entente.node.wallet.attestations.Verifier;
import org.entente.protocols.oid4vp.FaultyRequest;

/**
 * What stands in the way of a request whose verifier is known: the holder may let it know.
 *
 * @param verifier by its certificate alone, as its own words are part of what is not in order
 */
record Objection(FaultyRequest request, Verifier verifier) {
    Fault fault() {
        return Fault.of(request.error());
    }

    /** The same for the same request, however often it is fetched, and another than that of any sound one. */
    byte[] digest() {
        String name = String.join(
                "\n",
                "faulty",
                request.clientId(),
                request.responseUri().toString(),
                request.error().state(),
                request.nonce());
        return Secrets.sha256(name.getBytes(StandardCharsets.UTF_8));
    }
}
