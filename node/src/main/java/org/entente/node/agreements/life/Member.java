package org.entente.node.agreements.life;

import java.time.Duration;
import java.time.Instant;
import org.entente.node.agreements.document.Party;
import org.entente.protocols.jose.Jwks;

/**
 * A party in the entente's life.
 *
 * @param instrument the hash of what states the party and pins its keys: the document, or its act of accession
 * @param since its entry into force or accession
 * @param until when its withdrawal takes effect; {@link Instant#MAX} without one
 * @param sunset until when its credentials stay recognised after that; {@link Instant#MAX} without a withdrawal
 */
public record Member(Party party, String instrument, Instant since, Instant until, Instant sunset) {
    /** A party that came at this time and has not given notice. */
    public static Member since(Party party, String instrument, Instant since) {
        return new Member(party, instrument, since, Instant.MAX, Instant.MAX);
    }

    /** The same party as a later document states it; who had given notice and signs it stays. */
    Member restated(Party statement, String byInstrument) {
        return new Member(statement, byInstrument, since, Instant.MAX, Instant.MAX);
    }

    /** The same party under other keys. */
    Member withKeys(Jwks keys) {
        return new Member(party.withKeys(keys), instrument, since, until, sunset);
    }

    /** The same party, leaving. */
    Member leaving(Instant until, Duration sunset) {
        return new Member(party, instrument, since, until, until.plus(sunset));
    }

    /** Whether its credentials are recognised at this moment, as far as its membership goes. */
    public boolean isRecognisedAt(Instant instant) {
        return !instant.isBefore(since) && instant.isBefore(sunset);
    }

    /** Whether it is bound at this moment. */
    public boolean isBoundAt(Instant instant) {
        return !instant.isBefore(since) && instant.isBefore(until);
    }

    /** Whether it has given notice. */
    public boolean isLeaving() {
        return !until.equals(Instant.MAX);
    }
}
