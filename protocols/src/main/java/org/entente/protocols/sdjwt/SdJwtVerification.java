package org.entente.protocols.sdjwt;

import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.sdjwt.SdJwtVerdict.Refused;
import org.entente.protocols.sdjwt.SdJwtVerdict.Step;
import org.entente.protocols.sdjwt.SdJwtVerdict.Valid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies an SD-JWT VC (RFC 9901 §7, SD-JWT VC §2.4) step by step and names the first step that failed. The caller says
 * which key the issuer's is, and looks after the issuer's authority and the credential's status.
 */
public final class SdJwtVerification {
    /** How far the clocks of two governments or of a holder may differ. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private SdJwtVerification() {}

    /** Verifies a presentation as it arrived. */
    public static SdJwtVerdict verify(String presentation, ECPublicKey issuerKey, Expectation expected) {
        try {
            return verify(SdJwt.parse(presentation), issuerKey, expected);
        } catch (ProtocolError e) {
            return new Refused(Step.FORM, e.publicText());
        }
    }

    /** As {@link #verify(String, ECPublicKey, Expectation)}. */
    public static SdJwtVerdict verify(String presentation, PublicJwk issuerKey, Expectation expected) {
        return verify(presentation, issuerKey.toKey(), expected);
    }

    /** Verifies a presentation that was read already, for instance to learn who its issuer claims to be. */
    public static SdJwtVerdict verify(SdJwt presentation, ECPublicKey issuerKey, Expectation expected) {
        return issued(presentation, issuerKey, expected.now())
                .or(() -> presented(presentation, expected))
                .<SdJwtVerdict>map(refused -> refused)
                .orElseGet(() -> new Valid(presentation));
    }

    /** Verifies a credential that its holder just received and did not present: the steps up to {@link Step#VALIDITY}. */
    public static SdJwtVerdict verifyIssued(SdJwt credential, ECPublicKey issuerKey, Instant now) {
        return issued(credential, issuerKey, now)
                .<SdJwtVerdict>map(refused -> refused)
                .orElseGet(() -> new Valid(credential));
    }

    private static Optional<Refused> issued(SdJwt credential, ECPublicKey issuerKey, Instant now) {
        CompactJws jwt = credential.issuerJwt();
        ObjectNode claims = jwt.claims();
        if (!jwt.type().equals(SdJwtIssuance.TYPE)) {
            return refused(Step.TYPE, "the typ is not " + SdJwtIssuance.TYPE);
        }
        if (claims.path("vct").stringValue("").isEmpty()) {
            return refused(Step.TYPE, "the credential does not say its type");
        }
        if (!jwt.isSignedBy(issuerKey)) {
            return refused(Step.ISSUER_SIGNATURE, "the issuer's key did not sign this");
        }
        return timeFault(claims, now).flatMap(fault -> refused(Step.VALIDITY, fault));
    }

    private static Optional<Refused> presented(SdJwt presentation, Expectation expected) {
        Optional<PublicJwk> holder;
        try {
            holder = presentation.holderKey();
        } catch (ProtocolError e) {
            return refused(Step.HOLDER_KEY, e.publicText());
        }
        if (holder.isEmpty()) {
            return refused(Step.HOLDER_KEY, "the credential is bound to no key");
        }
        if (presentation.keyBinding().isEmpty()) {
            return refused(Step.HOLDER_KEY, "the holder proves no possession");
        }
        CompactJws proof = presentation.keyBinding().get();
        if (!proof.type().equals(SdJwt.KEY_BINDING_TYPE)) {
            return refused(Step.KEY_BINDING_SIGNATURE, "the typ is not " + SdJwt.KEY_BINDING_TYPE);
        }
        if (!proof.isSignedBy(holder.get())) {
            return refused(Step.KEY_BINDING_SIGNATURE, "the holder's key did not sign this");
        }
        return bindingFault(presentation, proof.claims(), expected);
    }

    private static Optional<Refused> bindingFault(SdJwt presentation, ObjectNode proof, Expectation expected) {
        if (!isText(proof.path("nonce"), expected.nonce())) {
            return refused(Step.NONCE, "the nonce is another one");
        }
        if (!isText(proof.path("aud"), expected.audience())) {
            return refused(Step.AUDIENCE, "the presentation is for another verifier");
        }
        if (!isText(proof.path("sd_hash"), presentation.presentationHash())) {
            return refused(Step.PRESENTATION_HASH, "the proof covers other disclosures");
        }
        Optional<Instant> made = instant(proof.path("iat"));
        if (made.isEmpty()) {
            return refused(Step.KEY_BINDING_AGE, "the proof does not say when it was made");
        }
        if (made.get()
                .isBefore(expected.now().minus(expected.maxKeyBindingAge()).minus(CLOCK_SKEW))) {
            return refused(Step.KEY_BINDING_AGE, "the proof is too old");
        }
        return timeFault(proof, expected.now()).flatMap(fault -> refused(Step.KEY_BINDING_AGE, fault));
    }

    /** What is wrong with {@code iat}, {@code nbf} and {@code exp}, each optional (RFC 7519 §4.1.4 to 4.1.6). */
    private static Optional<String> timeFault(ObjectNode claims, Instant now) {
        for (String name : new String[] {"iat", "nbf", "exp"}) {
            if (claims.has(name) && instant(claims.path(name)).isEmpty()) {
                return Optional.of(name + " is not a time");
            }
        }
        Instant latest = now.plus(CLOCK_SKEW);
        if (instant(claims.path("iat")).filter(latest::isBefore).isPresent()) {
            return Optional.of("made in the future");
        }
        if (instant(claims.path("nbf")).filter(latest::isBefore).isPresent()) {
            return Optional.of("not valid yet");
        }
        if (instant(claims.path("exp")).filter(end -> !now.isBefore(end)).isPresent()) {
            return Optional.of("expired");
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(JsonNode seconds) {
        boolean isTime = seconds.isIntegralNumber()
                && seconds.canConvertToLong()
                && seconds.longValue() >= 0
                && seconds.longValue() <= Instant.MAX.getEpochSecond();
        return isTime ? Optional.of(Instant.ofEpochSecond(seconds.longValue())) : Optional.empty();
    }

    private static boolean isText(JsonNode value, String expected) {
        return value.isString() && value.stringValue().equals(expected);
    }

    private static Optional<Refused> refused(Step step, String reason) {
        return Optional.of(new Refused(step, reason));
    }
}
