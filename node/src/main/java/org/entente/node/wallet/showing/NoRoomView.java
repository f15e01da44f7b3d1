package org.entente.node.wallet.showing;

import java.util.List;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.wallet.attestations.Label;

/** The requests that take all the room, for a holder who has to end one before the next. */
public record NoRoomView(List<Waiting> requests) {
    /** One of them. */
    public record Waiting(UUID id, Label verifier, String host) {}

    public NoRoomView {
        requests = List.copyOf(requests);
    }

    static NoRoomView of(List<StoredRequest> live, Language language) {
        return new NoRoomView(live.stream()
                .map(stored -> new Waiting(
                        stored.id(),
                        stored.verifier().name(language),
                        stored.verifier().host()))
                .toList());
    }
}
