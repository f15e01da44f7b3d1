package org.entente.node.issuance.attestations;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.family.Family;
import org.entente.node.issuance.family.RevocationReason;

/** A family with its type, as its holder sees it. */
public record IssuedAttestation(CredentialType type, Family family, State state) {
    /** Whether it can be used. */
    public enum State {
        HOLDS,
        STOPPED,
        EXPIRED;

        /** The end of its texts' keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static IssuedAttestation of(CredentialType type, Family family, LocalDate today) {
        State state = family.revoked().isPresent()
                ? State.STOPPED
                : family.expiresOn().isAfter(today) ? State.HOLDS : State.EXPIRED;
        return new IssuedAttestation(type, family, state);
    }

    /** The end of the key of the text that says why it was stopped, where its holder may not know. */
    public Optional<String> why() {
        return family.revoked()
                .map(Family.Revoked::reason)
                .filter(reason -> reason != RevocationReason.ASKED)
                .map(RevocationReason::key);
    }

    /** The end of the address of the page that stops it. */
    public String path() {
        return family.organisation() + "/" + family.handle().value();
    }
}
