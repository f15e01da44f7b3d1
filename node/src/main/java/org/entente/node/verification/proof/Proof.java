package org.entente.node.verification.proof;

import java.net.URI;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.agreements.ProofPath;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;
import org.jspecify.annotations.Nullable;

/**
 * Why a presentation was accepted, or the first step at which it was not. Names claims, never their values.
 *
 * @param id unguessable; whoever knows it may read the proof
 * @param organisation who asked
 * @param claims what was asked
 * @param issuer whose credential was shown, as far as it got
 * @param basis what permitted it, if anything did
 * @param changedAt when it last changed
 */
public record Proof(
        String id,
        String organisation,
        Text purpose,
        String credentialType,
        List<ClaimPath> claims,
        State state,
        @Nullable URI shownBy,
        @Nullable Basis permittedBy,
        ProofPath path,
        Instant changedAt) {
    /** How it ended. */
    public enum State {
        ASKED,
        ACCEPTED,
        REFUSED,
        DECLINED;

        /** As it stands in interfaces. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The clause that permits.
     *
     * @param entente the entente's address
     * @param documentHash SHA-256 of the canonical document, base64url
     * @param retention how long the clause lets the claims be kept
     */
    public record Basis(URI entente, Text title, String documentHash, String clause, Period retention) {}

    public Proof {
        claims = List.copyOf(claims);
    }

    /** Whose credential was shown, as far as it got. */
    public Optional<URI> issuer() {
        return Optional.ofNullable(shownBy);
    }

    /** What permitted it, if anything did. */
    public Optional<Basis> basis() {
        return Optional.ofNullable(permittedBy);
    }

    /** This proof after the presentation was accepted. */
    public Proof accepted(URI issuer, Basis basis, ProofPath path, Instant now) {
        return ended(State.ACCEPTED, issuer, basis, path, now);
    }

    /**
     * This proof after the presentation was refused.
     *
     * @param claimedIssuer whom the credential names, as far as it could be read
     */
    public Proof refused(@Nullable URI claimedIssuer, ProofPath path, Instant now) {
        return ended(State.REFUSED, claimedIssuer, null, path, now);
    }

    /** This proof after the holder or the wallet did not present. */
    public Proof declined(Instant now) {
        return ended(State.DECLINED, null, null, path, now);
    }

    private Proof ended(State ended, @Nullable URI issuer, @Nullable Basis basis, ProofPath newPath, Instant now) {
        return new Proof(id, organisation, purpose, credentialType, claims, ended, issuer, basis, newPath, now);
    }
}
