package org.entente.node.agreements.life;

import java.net.URI;
import java.util.Set;

/**
 * What a suspension stops.
 *
 * @param party the key of the party whose part in the entente it limits
 * @param issuers only credentials of these; all when empty
 * @param credentialTypes only these; all when empty
 */
public record Target(String party, Direction direction, Set<URI> issuers, Set<String> credentialTypes) {
    /** The form of a credential type, as in a document. */
    static final String CREDENTIAL_TYPE = "[a-z][a-zA-Z0-9+.:/_-]{2,255}";

    /** Which of a party's two parts. */
    public enum Direction {
        /** Its credentials are not accepted. */
        ISSUANCE,
        /** It accepts no credential. */
        ACCEPTANCE,
        /** Neither. */
        BOTH
    }

    public Target {
        issuers = Set.copyOf(issuers);
        credentialTypes = Set.copyOf(credentialTypes);
    }

    /** Whether it means every issuer and every type. */
    public boolean isWhole() {
        return issuers.isEmpty() && credentialTypes.isEmpty();
    }

    /** Whether it stops this party's credential of this issuer and type. */
    public boolean stopsIssuance(String ofParty, URI issuer, String credentialType) {
        return direction != Direction.ACCEPTANCE && party.equals(ofParty) && concerns(issuer, credentialType);
    }

    /** Whether it stops this party from accepting a credential of this issuer and type. */
    public boolean stopsAcceptance(String byParty, URI issuer, String credentialType) {
        return direction != Direction.ISSUANCE && party.equals(byParty) && concerns(issuer, credentialType);
    }

    /** Whether it stops this party from accepting credentials of this type, whoever issued them. */
    public boolean stopsAcceptanceOfAll(String byParty, String credentialType) {
        return direction != Direction.ISSUANCE
                && party.equals(byParty)
                && issuers.isEmpty()
                && (credentialTypes.isEmpty() || credentialTypes.contains(credentialType));
    }

    private boolean concerns(URI issuer, String credentialType) {
        return (issuers.isEmpty() || issuers.contains(issuer))
                && (credentialTypes.isEmpty() || credentialTypes.contains(credentialType));
    }
}
