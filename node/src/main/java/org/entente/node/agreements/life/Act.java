package org.entente.node.agreements.life;

import java.time.Duration;
import org.entente.node.agreements.document.Party;
import org.entente.protocols.jose.Jwks;

/** What one government does about an entente in force. */
public sealed interface Act {
    /** Stops something. A party does so alone for its own part; for another's, with others. */
    record Suspend(Target target, Cause cause) implements Act {}

    /** Ends a suspension, named as the act that began it, see {@link SignedAct#name}. */
    record Lift(String suspension) implements Act {}

    /** Joins: the newcomer states itself, with the keys and the credential authority that are pinned for it. */
    record Accede(Party newcomer) implements Act {}

    /** Agrees that a newcomer joins, named by the hash of its act. */
    record Approve(String accession) implements Act {}

    /** Takes other federation keys in place of those that are pinned for it, by one of which the act is signed. */
    record RollOver(Jwks keys) implements Act {}

    /**
     * Entrusts another party with ordering, in place of a depositary that is absent or lies.
     *
     * @param successor the key of a party that is bound
     * @param after the hash of the last transition that the party takes to share with the successor; what came after it, here
     *     or there, may be given up
     */
    record Entrust(String successor, String after) implements Act {}

    /** Gives notice that it leaves. */
    record Withdraw() implements Act {}

    /** How long after its signing an act may be ordered; governments take their time to approve a newcomer. */
    default Duration validity() {
        return switch (this) {
            case Suspend ignored -> Duration.ofDays(30);
            case Lift ignored -> Duration.ofDays(30);
            case Withdraw() -> Duration.ofDays(30);
            case RollOver ignored -> Duration.ofDays(30);
            case Entrust ignored -> Duration.ofDays(7);
            case Accede ignored -> Duration.ofDays(365);
            case Approve ignored -> Duration.ofDays(365);
        };
    }

    /** Why something is suspended: a closed list, so that no prose crosses between governments here. */
    enum Cause {
        KEY_COMPROMISE,
        ERROR_IN_ISSUANCE,
        MAINTENANCE,
        DISAGREEMENT,
        OTHER
    }
}
