package org.entente.node.wallet.showing;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.outside.Outside;
import org.entente.node.wallet.attestations.Label;
import org.entente.node.wallet.attestations.Reason;
import org.entente.node.wallet.attestations.Verifier;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oid4vp.FaultyRequest;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.RequestVerdict;
import org.entente.protocols.oid4vp.RequestVerification;
import org.entente.protocols.oid4vp.StatedPurpose;
import org.entente.protocols.x509.Certificates;
import org.springframework.stereotype.Component;

/**
 * Judges whether a request is what it claims to be (OID4VP 1.0 §5, §5.9.3 {@code x509_hash}): signed by the key of the
 * certificate that the client id names, and to be answered at a host that this certificate names. The connection to that
 * host then proves the name, as for any website.
 */
@Component
class JudgeRequest {
    private final Outside outside;

    JudgeRequest(Outside outside) {
        this.outside = outside;
    }

    /** As {@link #examine}, for who has no use for a request that is not in order. */
    KnownRequest judge(FetchedRequest fetched, Instant now) throws Unacceptable {
        return switch (examine(fetched, now)) {
            case Judgement.Sound(KnownRequest request) -> request;
            case Judgement.Faulty(Objection objection) -> throw new Unacceptable(objection.fault());
        };
    }

    /**
     * Looks at a request.
     *
     * @throws Unacceptable when nobody is known to have made it, or nobody can be answered
     */
    Judgement examine(FetchedRequest fetched, Instant now) throws Unacceptable {
        if (now.isAfter(fetched.fetchedAt().plus(RequestVerification.MAX_AGE))) {
            throw new Unacceptable(Fault.OVER);
        }
        try {
            var verification = new RequestVerification(fetched.clientId(), fetched.walletNonce());
            return switch (verification.verify(fetched.object(), now)) {
                case RequestVerdict.Valid(RequestObject object, List<X509Certificate> chain) ->
                    new Judgement.Sound(known(object, chain.getFirst()));
                case RequestVerdict.Faulty(FaultyRequest request, List<X509Certificate> chain) ->
                    new Judgement.Faulty(objection(request, chain.getFirst()));
                case RequestVerdict.Refused(RequestVerdict.Reason reason) -> throw new Unacceptable(fault(reason));
            };
        } catch (ProtocolError e) {
            throw new Unacceptable(Fault.MALFORMED);
        }
    }

    private static Fault fault(RequestVerdict.Reason reason) {
        return switch (reason) {
            case EXPIRED -> Fault.OVER;
            case CLIENT_ID_PREFIX -> Fault.UNKNOWN_KIND;
            case TYPE,
                    CERTIFICATE_HASH,
                    CERTIFICATE_VALIDITY,
                    SIGNATURE,
                    CLIENT_ID,
                    AUDIENCE,
                    ISSUED_IN_FUTURE,
                    WALLET_NONCE -> Fault.NOT_AUTHENTIC;
        };
    }

    private KnownRequest known(RequestObject object, X509Certificate leaf) throws Unacceptable {
        String host = answeredHost(object.responseUri(), leaf);
        Optional<StatedPurpose> stated = object.purpose();
        Verifier verifier = new Verifier(
                identifier(leaf, host),
                host,
                stated.map(StatedPurpose::verifier).map(JudgeRequest::labels).orElse(List.of()));
        Reason reason = new Reason(
                stated.map(StatedPurpose::purpose).map(JudgeRequest::labels).orElse(List.of()),
                stated.map(StatedPurpose::entente).filter(this::isLink).orElse(""),
                stated.map(StatedPurpose::clause).orElse(""));
        return new KnownRequest(object, verifier, reason);
    }

    private Objection objection(FaultyRequest request, X509Certificate leaf) throws Unacceptable {
        String host = answeredHost(request.responseUri(), leaf);
        return new Objection(request, new Verifier(identifier(leaf, host), host, List.of()));
    }

    /** The host that is answered: one that this wallet speaks to, and that the certificate names. */
    private String answeredHost(URI responseUri, X509Certificate leaf) throws Unacceptable {
        if (!outside.isAcceptable(responseUri)) {
            throw new Unacceptable(Fault.ADDRESS_REFUSED);
        }
        String host = responseUri.getHost();
        if (Certificates.sanDnsNames(leaf).stream().noneMatch(host::equalsIgnoreCase)) {
            throw new Unacceptable(Fault.ANSWER_ELSEWHERE);
        }
        return host;
    }

    /** The https identifier that the certificate gives the verifier on this host; the host where it gives none. */
    private static String identifier(X509Certificate leaf, String host) {
        return Certificates.sanUris(leaf).stream()
                .filter(uri -> host.equalsIgnoreCase(hostOf(uri)))
                .findFirst()
                .orElse(host);
    }

    private boolean isLink(String address) {
        try {
            return outside.isAcceptable(URI.create(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String hostOf(String uri) {
        try {
            return Optional.ofNullable(URI.create(uri).getHost()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static List<Label> labels(Map<String, String> texts) {
        return texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(text -> new Label(text.getValue(), text.getKey()))
                .filter(label -> !label.text().isEmpty())
                .toList();
    }
}
