package org.entente.node.verification.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.verification.VerificationSettings;
import org.entente.node.verification.chain.KnownChains;
import org.entente.node.verification.check.Checked.Fails;
import org.entente.node.verification.check.Checked.Holds;
import org.entente.node.verification.status.CredentialStatus;
import org.entente.node.verification.status.StatusAnswer;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oid4vp.WalletAnswer.Presented;
import org.entente.protocols.sdjwt.Expectation;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import org.entente.protocols.sdjwt.SdJwtVerdict;
import org.entente.protocols.sdjwt.SdJwtVerification;
import org.entente.protocols.x509.Certificates;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges a decrypted answer: the credential, its issuer, its holder, the entente, its status, in this order, up to the
 * first step that fails. The issuer that a credential names is believed only when the certificate under which it is
 * signed names that issuer too and comes from an authority that an entente pins for the issuer's own party; and then it is
 * for an entente that pins this authority to permit.
 */
@Component
public class CheckAnswer {
    private final Agreements agreements;
    private final KnownChains chains;
    private final CredentialStatus statuses;
    private final VerificationSettings settings;

    CheckAnswer(Agreements agreements, KnownChains chains, CredentialStatus statuses, VerificationSettings settings) {
        this.agreements = agreements;
        this.chains = chains;
        this.statuses = statuses;
        this.settings = settings;
    }

    /** What was read before anything is believed. */
    private record Read(SdJwt credential, URI issuer, List<X509Certificate> certificates) {}

    /** Judges an answer that was already decrypted with the key of its request. */
    public Checked check(Asked asked, Presented answer, Instant now) {
        Trail trail = new Trail();
        trail.pass(CheckStep.DECRYPTION);
        List<String> texts = answer.presentations().getOrDefault(asked.query().id(), List.of());
        if (!trail.holds(
                CheckStep.ANSWER, texts.size() == 1 && answer.presentations().size() == 1)) {
            return new Fails(null, trail.path());
        }
        Optional<Read> read = read(texts.getFirst(), asked.credentialType());
        if (!trail.holds(CheckStep.FORMAT, read.isPresent())) {
            return new Fails(null, trail.path());
        }
        return check(asked, read.orElseThrow(), trail, now);
    }

    private Checked check(Asked asked, Read read, Trail trail, Instant now) {
        Agreements held = agreements.reading();
        List<X509Certificate> authorities = held.authoritiesOf(read.issuer(), now);
        if (authorities.isEmpty()) {
            return withoutAuthority(held.rule(question(asked, read), now), read, trail);
        }
        trail.pass(CheckStep.AUTHORITY);
        X509Certificate authority = authorities.stream()
                .filter(pinned -> chains.leads(read.certificates(), pinned, now))
                .findFirst()
                .orElse(authorities.getFirst());
        if (!isGenuine(asked, read, authority, trail, now)) {
            return new Fails(read.issuer(), trail.path());
        }
        if (!trail.holds(
                CheckStep.DISCLOSED_CLAIMS, Disclosed.of(read.credential()).isExactly(asked.claims()))) {
            return new Fails(read.issuer(), trail.path());
        }
        Ruling ruling = held.rule(question(asked, read), authority, now);
        if (!trail.holds(ruling) || !(ruling instanceof Ruling.Permitted permitted)) {
            return new Fails(read.issuer(), trail.path());
        }
        return standing(asked, read, authority, permitted, trail, now);
    }

    /** The ruling says best why an issuer has no standing: it is outside, suspended, or no entente is in force. */
    private static Checked withoutAuthority(Ruling ruling, Read read, Trail trail) {
        if (trail.holds(ruling)) {
            trail.fail(CheckStep.AUTHORITY);
        }
        return new Fails(read.issuer(), trail.path());
    }

    private boolean isGenuine(Asked asked, Read read, X509Certificate authority, Trail trail, Instant now) {
        X509Certificate leaf = read.certificates().getFirst();
        return trail.holds(CheckStep.CERTIFICATE, chains.leads(read.certificates(), authority, now))
                && trail.holds(
                        CheckStep.ISSUER_BINDING,
                        Certificates.sanUris(leaf).contains(read.issuer().toString()))
                && isPresentedByItsHolder(asked, read, leaf, trail, now);
    }

    private boolean isPresentedByItsHolder(Asked asked, Read read, X509Certificate leaf, Trail trail, Instant now) {
        if (!(leaf.getPublicKey() instanceof ECPublicKey key)) {
            return trail.holds(CheckStep.SIGNATURE, false);
        }
        Expectation expected =
                new Expectation(asked.request().clientId(), asked.request().nonce(), now, settings.holderProof());
        return switch (SdJwtVerification.verify(read.credential(), key, expected)) {
            case SdJwtVerdict.Valid _ -> holdUpTo(CheckStep.DISCLOSED_CLAIMS, trail);
            case SdJwtVerdict.Refused refused -> {
                CheckStep failed = stepOf(refused.step());
                holdUpTo(failed, trail);
                yield trail.holds(failed, false);
            }
        };
    }

    private static boolean holdUpTo(CheckStep end, Trail trail) {
        for (CheckStep step : CheckStep.values()) {
            if (step.compareTo(CheckStep.SIGNATURE) >= 0 && step.compareTo(end) < 0) {
                trail.pass(step);
            }
        }
        return true;
    }

    /** Form and type were read before: what is left of them shows as the signature, which then covers nothing. */
    private static CheckStep stepOf(SdJwtVerdict.Step step) {
        return switch (step) {
            case FORM, TYPE, ISSUER_SIGNATURE -> CheckStep.SIGNATURE;
            case VALIDITY -> CheckStep.VALIDITY;
            case HOLDER_KEY -> CheckStep.HOLDER_KEY;
            case KEY_BINDING_SIGNATURE -> CheckStep.HOLDER_SIGNATURE;
            case NONCE -> CheckStep.NONCE;
            case AUDIENCE -> CheckStep.AUDIENCE;
            case PRESENTATION_HASH -> CheckStep.PRESENTATION_HASH;
            case KEY_BINDING_AGE -> CheckStep.PRESENTATION_TIME;
        };
    }

    /** The status is read from our mirror, and only now: the clause says how fresh it has to be. */
    private Checked standing(
            Asked asked, Read read, X509Certificate authority, Ruling.Permitted permitted, Trail trail, Instant now) {
        StatusAnswer status = statuses.of(
                read.credential().issuerJwt().claims(),
                new CredentialStatus.Trusted(
                        read.issuer(), authority, permitted.obligations().statusFreshness()),
                now);
        boolean known = trail.holds(CheckStep.STATUS_LIST, status instanceof StatusAnswer.Known);
        if (!known || !trail.holds(CheckStep.STATUS, status.equals(StatusAnswer.VALID))) {
            return new Fails(read.issuer(), trail.path());
        }
        return new Holds(read.issuer(), Disclosed.of(read.credential()).only(asked.claims()), permitted, trail.path());
    }

    private static Question question(Asked asked, Read read) {
        return new Question(asked.verifier(), asked.purpose(), asked.credentialType(), read.issuer(), asked.claims());
    }

    private static Optional<Read> read(String text, String credentialType) {
        try {
            SdJwt credential = SdJwt.parse(text);
            ObjectNode claims = credential.issuerJwt().claims();
            List<X509Certificate> certificates = credential.issuerJwt().certificates();
            boolean asAsked = credential.issuerJwt().type().equals(SdJwtIssuance.TYPE)
                    && claims.path("vct").asString("").equals(credentialType)
                    && claims.path("iss").isString()
                    && !certificates.isEmpty();
            return asAsked
                    ? Optional.of(
                            new Read(credential, new URI(claims.path("iss").stringValue()), certificates))
                    : Optional.empty();
        } catch (ProtocolError | URISyntaxException e) {
            return Optional.empty();
        }
    }
}
