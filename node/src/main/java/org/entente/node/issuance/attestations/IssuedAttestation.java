package org.entente.node.issuance.attestations;

import java.time.LocalDate;
import java.util.Locale;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.family.Family;

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
        State state = family.revokedAt().isPresent()
                ? State.STOPPED
                : family.expiresOn().isAfter(today) ? State.HOLDS : State.EXPIRED;
        return new IssuedAttestation(type, family, state);
    }

    /** The end of the address of the page that stops it. */
    public String path() {
        return family.organisation() + "/" + family.handle().value();
    }
}
