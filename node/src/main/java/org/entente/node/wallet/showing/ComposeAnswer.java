package org.entente.node.wallet.showing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.keys.Keys;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.springframework.stereotype.Component;

/** Composes the answer that the holder agreed to: what was asked for, bound to this verifier and encrypted to it. */
@Component
class ComposeAnswer {
    private final Keys keys;

    ComposeAnswer(Keys keys) {
        this.keys = keys;
    }

    DirectPost.Encrypted compose(RequestObject request, List<Part> parts, Instant now) {
        Map<String, List<String>> presentations = new LinkedHashMap<>();
        for (Part part : parts) {
            String presentation = part.copy()
                    .credential()
                    .withOnly(part.option().disclose())
                    .present(keys.signer(part.copy().key()), request.clientId(), request.nonce(), now);
            presentations.put(part.question(), List.of(presentation));
        }
        WalletAnswer answer = new WalletAnswer.Presented(presentations, request.state());
        return new DirectPost.Encrypted(answer.encrypt(request.metadata()));
    }
}
