package org.entente.node.wallet.showing;

import java.time.Instant;
import java.util.Map;
import org.entente.node.kernel.Secrets;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oid4vp.RequestLink;
import org.entente.protocols.oid4vp.RequestObject;
import org.springframework.stereotype.Component;

/** Fetches a request object by GET, or by POST with a nonce of ours (OID4VP 1.0 §5.10). */
@Component
class FetchRequest {
    private final Outside outside;
    private final Secrets secrets;

    FetchRequest(Outside outside, Secrets secrets) {
        this.outside = outside;
        this.secrets = secrets;
    }

    /** @param method the parameter {@code request_uri_method}, "" when it is absent */
    FetchedRequest fetch(String clientId, String requestUri, String method, Instant now) throws Unacceptable {
        try {
            RequestLink link = RequestLink.parse(clientId, requestUri);
            return switch (method) {
                case "", "get" -> fetched(link, "", outside.get(link.requestUri(), RequestObject.MEDIA_TYPE), now);
                case "post" -> {
                    String nonce = secrets.token();
                    yield fetched(
                            link,
                            nonce,
                            outside.postForm(
                                    link.requestUri(),
                                    Map.of("wallet_nonce", nonce),
                                    Map.of("Accept", RequestObject.MEDIA_TYPE)),
                            now);
                }
                default -> throw new Unacceptable(Fault.MALFORMED);
            };
        } catch (Unreachable e) {
            throw new Unacceptable(Fault.of(e.reason()));
        } catch (ProtocolError e) {
            throw new Unacceptable(Fault.MALFORMED);
        }
    }

    private static FetchedRequest fetched(RequestLink link, String nonce, OutsideAnswer answer, Instant now)
            throws Unacceptable {
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new Unacceptable(Fault.VERIFIER_FAULT);
        }
        if (!answer.isSuccess()) {
            throw new Unacceptable(Fault.OVER);
        }
        if (!answer.mediaType().equals(RequestObject.MEDIA_TYPE)) {
            throw new Unacceptable(Fault.MALFORMED);
        }
        return new FetchedRequest(link.clientId(), nonce, answer.text().strip(), now);
    }
}
