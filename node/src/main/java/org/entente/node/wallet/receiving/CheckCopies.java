package org.entente.node.wallet.receiving;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
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
import org.entente.protocols.sdjwt.SdJwtVerdict;
import org.entente.protocols.sdjwt.SdJwtVerification;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what an issuer handed out before it is kept: every copy is signed by a certificate that names the issuer, is of
 * the offered type, in time, and bound to one of the holder's keys, each key once; and all say the same. That the certificate is
 * the issuer's rests on the connection by which it came; of further certificates each has to have signed the one before, and to
 * whom they lead is for those to judge whom the holder will show it to.
 *
 * @param issuer the credential issuer identifier
 * @param type the {@code vct} that was offered
 */
record CheckCopies(URI issuer, String type, Instant now) {
    private static final Instant FAR_AWAY = Instant.parse("9999-12-31T00:00:00Z");

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
        List<SdJwt> copies = checked.stream().map(Checked::credential).toList();
        if (!Stopped.at(Step.CHECKS, () -> SameCopies.are(copies))) {
            throw new Stopped(Step.CHECKS, Problem.NOT_ALIKE);
        }
        return checked;
    }

    private Checked check(SdJwt credential, Map<PublicJwk, WrappedKey> unmatched) throws Stopped {
        Optional<WrappedKey> key =
                credential.holderKey().flatMap(bound -> Optional.ofNullable(unmatched.remove(bound)));
        if (key.isEmpty() || !isSigned(credential) || !isWhatWasOffered(credential)) {
            throw new Stopped(Step.CHECKS, Problem.NOT_OURS);
        }
        return new Checked(key.get(), credential, end(credential));
    }

    private boolean isWhatWasOffered(SdJwt credential) {
        ObjectNode claims = credential.issuerJwt().claims();
        return credential.keyBinding().isEmpty()
                && claims.path("iss").asString("").equals(issuer.toString())
                && claims.path("vct").asString("").equals(type);
    }

    private boolean isSigned(SdJwt credential) {
        List<X509Certificate> chain = credential.issuerJwt().certificates();
        return !chain.isEmpty()
                && Certificates.sanUris(chain.getFirst()).contains(issuer.toString())
                && chain.getFirst().getPublicKey() instanceof ECPublicKey key
                && SdJwtVerification.verifyIssued(credential, key, now) instanceof SdJwtVerdict.Valid
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

    /** When the credential ends; a time beyond what a date can be is as good as never. */
    private static Optional<Instant> end(SdJwt credential) {
        JsonNode value = credential.issuerJwt().claims().path("exp");
        return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() < FAR_AWAY.getEpochSecond()
                ? Optional.of(Instant.ofEpochSecond(value.longValue()))
                : Optional.empty();
    }
}
