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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Posts an answer to the verifier and reads what it says of it, and where it leads the holder (OID4VP 1.0 §8.2). */
@Component
class SendAnswer {
    private final Outside outside;

    SendAnswer(Outside outside) {
        this.outside = outside;
    }

    /** The holder's browser goes on nowhere when the verifier does not say where, or says no safe address. */
    Reaction send(URI responseUri, DirectPost form) {
        try {
            return reaction(outside.postForm(responseUri, form.toForm(), Map.of()));
        } catch (Unreachable e) {
            return switch (e.reason()) {
                case ADDRESS_REFUSED, NOT_REACHED -> new Reaction.NotReached(Fault.of(e.reason()));
                case NO_ANSWER, REDIRECTED, TOO_LONG -> new Reaction.Unheard(Fault.of(e.reason()));
            };
        }
    }

    private Reaction reaction(OutsideAnswer answer) {
        if (answer.isSuccess()) {
            return new Reaction.Taken(next(answer));
        }
        if (answer.status() >= 500 || answer.status() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            return new Reaction.Unheard(Fault.VERIFIER_FAULT);
        }
        return answer.isError(DirectPost.ALREADY_ANSWERED)
                ? new Reaction.Taken(next(answer))
                : new Reaction.Refused(next(answer));
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
