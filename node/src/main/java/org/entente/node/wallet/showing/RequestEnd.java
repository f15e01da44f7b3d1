package org.entente.node.wallet.showing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.wallet.attestations.Label;

/**
 * A request that is not before the holder: answered, refused, over, of unknown fate, or one they have nothing for.
 *
 * @param next where the verifier leads the holder, "" when nowhere
 * @param again whether the verifier may be asked once more what became of the answer
 * @param lacking the types of attestation that would serve
 */
public record RequestEnd(
        UUID id, Label verifier, String host, String next, Optional<Fault> fault, boolean again, List<String> lacking) {
    static RequestEnd of(StoredRequest stored, Language language) {
        return new RequestEnd(
                stored.id(),
                stored.verifier().name(language),
                stored.verifier().host(),
                stored.next().map(Object::toString).orElse(""),
                stored.failure(),
                false,
                List.of());
    }

    RequestEnd because(Fault fault) {
        return new RequestEnd(id, verifier, host, next, Optional.of(fault), again, lacking);
    }

    RequestEnd again(boolean possible) {
        return new RequestEnd(id, verifier, host, next, fault, possible, lacking);
    }

    RequestEnd lacking(List<String> types) {
        return new RequestEnd(id, verifier, host, next, fault, again, types);
    }
}
