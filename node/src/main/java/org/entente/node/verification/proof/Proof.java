package org.entente.node.verification.proof;

import java.net.URI;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.agreements.ProofPath;
import org.entente.node.kernel.Text;
import org.entente.node.verification.WalletError;
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
 * @param walletError why the wallet could not answer, if it could not
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
        @Nullable WalletError walletError,
        Instant changedAt) {
    /** How it ended. */
    public enum State {
        ASKED,
        ACCEPTED,
        REFUSED,
        DECLINED,
        UNABLE;

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

    /** Why the wallet could not answer, if it could not. */
    public Optional<WalletError> error() {
        return Optional.ofNullable(walletError);
    }

    /**
     * How a presentation ended.
     *
     * @param shownBy whom the credential names, as far as it could be read
     * @param path what was found; empty when there was nothing to look at
     * @param error why the wallet could not answer, if it could not
     */
    public record Ended(
            State state,
            Optional<URI> shownBy,
            Optional<Basis> basis,
            Optional<ProofPath> path,
            Optional<WalletError> error,
            Instant changedAt) {
        /** It was accepted. */
        public static Ended accepted(URI issuer, Basis basis, ProofPath path, Instant now) {
            return new Ended(
                    State.ACCEPTED, Optional.of(issuer), Optional.of(basis), Optional.of(path), Optional.empty(), now);
        }

        /** It was refused. */
        public static Ended refused(Optional<URI> claimedIssuer, ProofPath path, Instant now) {
            return new Ended(State.REFUSED, claimedIssuer, Optional.empty(), Optional.of(path), Optional.empty(), now);
        }

        /** The holder or the wallet did not present. */
        public static Ended declined(Instant now) {
            return unanswered(State.DECLINED, Optional.empty(), now);
        }

        /** The wallet could not answer. */
        public static Ended unable(WalletError error, Instant now) {
            return unanswered(State.UNABLE, Optional.of(error), now);
        }

        private static Ended unanswered(State state, Optional<WalletError> error, Instant now) {
            return new Ended(state, Optional.empty(), Optional.empty(), Optional.empty(), error, now);
        }
    }
}
