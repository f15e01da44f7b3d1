package org.entente.node.wallet.showing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oid4vp.DirectPost;
import org.springframework.stereotype.Component;

/** Posts an answer to the verifier and reads where it leads the holder (OID4VP 1.0 §8.2). */
@Component
class SendAnswer {
    private final Outside outside;

    SendAnswer(Outside outside) {
        this.outside = outside;
    }

    /** @return where the holder's browser goes on; none when the verifier does not say, or says no safe address */
    Optional<URI> send(KnownRequest request, DirectPost form) throws Unacceptable {
        try {
            OutsideAnswer answer = outside.postForm(request.object().responseUri(), form.toForm(), Map.of());
            if (answer.isSuccess()) {
                return next(answer);
            }
            if (answer.status() >= 500) {
                throw new Unacceptable(Fault.VERIFIER_FAULT);
            }
            throw new Unacceptable(Fault.REJECTED, next(answer).orElse(null));
        } catch (Unreachable e) {
            throw new Unacceptable(Fault.of(e.reason()));
        }
    }

    /** The address may carry its secret in a fragment (§8.2), which is never sent and judged by no rule. */
    private Optional<URI> next(OutsideAnswer answer) {
        try {
            return DirectPost.redirect(answer.body()).filter(address -> outside.isAcceptable(withoutFragment(address)));
        } catch (ProtocolError | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI withoutFragment(URI address) {
        try {
            String text = address.toString();
            int fragment = text.indexOf('#');
            return fragment < 0 ? address : new URI(text.substring(0, fragment));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
