package org.entente.protocols.oid4vp;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.oid4vp.RequestVerdict.Reason;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A wallet's checks of a request object that it fetched (OID4VP 1.0 §5 and §5.9.3). */
public final class RequestVerification {
    /** How far the clocks of wallet and verifier may differ. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /** How old a request may be that its verifier dates, whatever end it gives it. */
    public static final Duration MAX_AGE = Duration.ofHours(24);

    private final String clientId;
    private final String walletNonce;

    /**
     * Expects a request of one client.
     *
     * @param clientId from the link that led to the request
     * @param walletNonce what the wallet sent when it fetched by POST; empty when it fetched by GET
     */
    public RequestVerification(String clientId, String walletNonce) {
        this.clientId = clientId;
        this.walletNonce = walletNonce;
    }

    /**
     * Verifies a fetched request object.
     *
     * @throws ProtocolError when it is malformed before its signature can be verified, or so that nobody can be told
     */
    public RequestVerdict verify(String compact, Instant now) {
        CompactJws jws = CompactJws.parse(compact);
        ObjectNode claims = jws.claims();
        List<X509Certificate> certificates = jws.certificates();
        Optional<Reason> failure = failure(jws, claims, certificates, now);
        if (failure.isPresent()) {
            return new RequestVerdict.Refused(failure.get());
        }
        try {
            RequestObject request = RequestObject.parse(claims);
            Optional<Reason> timeFault = timeFault(request, now);
            if (timeFault.isPresent()) {
                return new RequestVerdict.Refused(timeFault.get());
            }
            requireSupported(request);
            return new RequestVerdict.Valid(request, certificates);
        } catch (ProtocolError e) {
            return faulty(claims, certificates, e, now);
        }
    }

    /** Its verifier is told, unless it awaits no answer any more or cannot be reached by what it signed. */
    private static RequestVerdict faulty(
            ObjectNode claims, List<X509Certificate> certificates, ProtocolError error, Instant now) {
        JsonNode end = claims.path("exp");
        if (end.isIntegralNumber() && end.canConvertToLong() && end.longValue() <= now.getEpochSecond()) {
            return new RequestVerdict.Refused(Reason.EXPIRED);
        }
        return new RequestVerdict.Faulty(FaultyRequest.find(claims, error).orElseThrow(() -> error), certificates);
    }

    /** What no wallet of ours could answer is found out now, not after the holder's yes. */
    private static void requireSupported(RequestObject request) {
        ClientMetadata metadata = request.metadata();
        metadata.encryptionKey();
        metadata.contentEncryption();
        boolean inOurFormat =
                metadata.isForSdJwt() && request.query().credentials().stream().anyMatch(CredentialQuery::isForSdJwt);
        if (!inOurFormat) {
            throw new ProtocolError(
                    WalletAnswer.Declined.FORMATS_NOT_SUPPORTED, "dc+sd-jwt signed with ES256 is what is supported");
        }
    }

    /** A request without times is as fresh as the wallet's fetching of it. */
    private static Optional<Reason> timeFault(RequestObject request, Instant now) {
        if (request.issuedAt().filter(now.plus(CLOCK_SKEW)::isBefore).isPresent()) {
            return Optional.of(Reason.ISSUED_IN_FUTURE);
        }
        boolean isOver = request.expiresAt().filter(end -> !now.isBefore(end)).isPresent()
                || request.issuedAt()
                        .filter(now.minus(MAX_AGE).minus(CLOCK_SKEW)::isAfter)
                        .isPresent();
        return isOver ? Optional.of(Reason.EXPIRED) : Optional.empty();
    }

    private Optional<Reason> failure(
            CompactJws jws, ObjectNode claims, List<X509Certificate> certificates, Instant now) {
        if (!jws.type().equals(Oid4vp.REQUEST_TYPE)) {
            return Optional.of(Reason.TYPE);
        }
        Optional<String> hash = RequestObject.certificateHash(clientId);
        if (hash.isEmpty()) {
            return Optional.of(Reason.CLIENT_ID_PREFIX);
        }
        if (certificates.isEmpty() || !hash.get().equals(hashOf(certificates.getFirst()))) {
            return Optional.of(Reason.CERTIFICATE_HASH);
        }
        X509Certificate leaf = certificates.getFirst();
        if (now.isBefore(leaf.getNotBefore().toInstant())
                || now.isAfter(leaf.getNotAfter().toInstant())) {
            return Optional.of(Reason.CERTIFICATE_VALIDITY);
        }
        if (!(leaf.getPublicKey() instanceof ECPublicKey key) || !jws.isSignedBy(key)) {
            return Optional.of(Reason.SIGNATURE);
        }
        if (!clientId.equals(claims.path("client_id").stringValue(""))) {
            return Optional.of(Reason.CLIENT_ID);
        }
        if (!isForWallets(claims.path("aud"))) {
            return Optional.of(Reason.AUDIENCE);
        }
        return walletNonce.equals(claims.path("wallet_nonce").stringValue(""))
                ? Optional.empty()
                : Optional.of(Reason.WALLET_NONCE);
    }

    private static String hashOf(X509Certificate certificate) {
        return Certificates.sha256Hash(certificate);
    }

    private static boolean isForWallets(JsonNode audience) {
        return audience.isArray()
                ? audience.valueStream().anyMatch(RequestVerification::isForWallets)
                : audience.stringValue("").equals(Oid4vp.AUDIENCE);
    }
}
