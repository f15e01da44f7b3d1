package org.entente.node.wallet.receiving;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.keys.WrappedKey;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what an issuer handed out before it is kept: every copy is signed by a certificate that names the issuer, is of
 * the offered type, in time, and bound to one of the holder's keys, each key once. Whether the issuer may be believed is
 * for those to judge whom the holder will show it to.
 *
 * @param issuer the credential issuer identifier
 * @param type the {@code vct} that was offered
 */
record CheckCopies(URI issuer, String type, Instant now) {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /** A copy that passed, with the key it is bound to. */
    record Checked(WrappedKey key, SdJwt credential, Optional<Instant> validUntil) {}

    /** All copies, matched to their keys in whatever order they came. */
    List<Checked> check(List<String> credentials, List<WrappedKey> keys) throws Stopped {
        Map<PublicJwk, WrappedKey> unmatched = new HashMap<>();
        keys.forEach(key -> unmatched.put(key.publicKey(), key));
        List<Checked> checked = new ArrayList<>();
        for (String text : credentials) {
            checked.add(Stopped.at(Step.CHECKS, () -> check(SdJwt.parse(text), unmatched)));
        }
        return checked;
    }

    private Checked check(SdJwt credential, Map<PublicJwk, WrappedKey> unmatched) throws Stopped {
        Optional<WrappedKey> key =
                credential.holderKey().flatMap(bound -> Optional.ofNullable(unmatched.remove(bound)));
        if (key.isEmpty() || !isSigned(credential) || !isWhatWasOffered(credential)) {
            throw new Stopped(Step.CHECKS, Problem.NOT_OURS);
        }
        return new Checked(key.get(), credential, time(credential.issuerJwt().claims(), "exp"));
    }

    private boolean isWhatWasOffered(SdJwt credential) {
        ObjectNode claims = credential.issuerJwt().claims();
        return credential.keyBinding().isEmpty()
                && credential.issuerJwt().type().equals(SdJwtIssuance.TYPE)
                && claims.path("iss").asString("").equals(issuer.toString())
                && claims.path("vct").asString("").equals(type)
                && time(claims, "exp").map(now::isBefore).orElse(true)
                && hasBegun(claims, "nbf")
                && hasBegun(claims, "iat");
    }

    private boolean isSigned(SdJwt credential) {
        List<X509Certificate> chain = credential.issuerJwt().certificates();
        return !chain.isEmpty()
                && Certificates.sanUris(chain.getFirst()).contains(issuer.toString())
                && chain.getFirst().getPublicKey() instanceof ECPublicKey key
                && credential.issuerJwt().isSignedBy(key)
                && isConsistent(chain);
    }

    /** Whether each certificate is in time and signed by the next, and the leaf by another than itself. */
    private boolean isConsistent(List<X509Certificate> chain) {
        X509Certificate leaf = chain.getFirst();
        if (leaf.getBasicConstraints() >= 0 || leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal())) {
            return false;
        }
        try {
            for (int i = 0; i < chain.size(); i++) {
                chain.get(i).checkValidity(Date.from(now));
                if (i + 1 < chain.size()) {
                    chain.get(i).verify(chain.get(i + 1).getPublicKey());
                }
            }
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean hasBegun(ObjectNode claims, String member) {
        return time(claims, member)
                .map(time -> !time.isAfter(now.plus(CLOCK_SKEW)))
                .orElse(true);
    }

    /** A time in seconds; one beyond what the JWT's numbers can mean is as good as never. */
    private static Optional<Instant> time(ObjectNode claims, String member) {
        JsonNode value = claims.path(member);
        return value.isNumber()
                ? Optional.of(Instant.ofEpochSecond(Math.clamp((long) value.doubleValue(), 0, Integer.MAX_VALUE * 4L)))
                : Optional.empty();
    }
}
