package org.entente.node.wallet.showing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.wallet.attestations.Label;

/**
 * A request that is not before the holder: answered, refused, over, or one they have nothing for.
 *
 * @param next where the verifier leads the holder, "" when nowhere
 * @param lacking the types of attestation that would serve
 */
public record RequestEnd(
        UUID id, Label verifier, String host, String next, Optional<Fault> fault, List<String> lacking) {
    static RequestEnd of(StoredRequest stored, Language language) {
        return new RequestEnd(
                stored.id(),
                stored.verifier().name(language),
                stored.verifier().host(),
                stored.next().map(Object::toString).orElse(""),
                stored.failure(),
                List.of());
    }

    RequestEnd because(Fault fault) {
        return new RequestEnd(id, verifier, host, next, Optional.of(fault), lacking);
    }

    RequestEnd lacking(List<String> types) {
        return new RequestEnd(id, verifier, host, next, fault, types);
    }
}
