package org.entente.node.agreements.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Party;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;

/**
 * A party in the entente's life.
 *
 * @param instrument the hash of what states the party and pins its keys: the document, or its act of accession
 * @param since its entry into force or accession
 * @param until when its withdrawal takes effect; {@link Instant#MAX} without one
 * @param earlier the keys that it had before and gave up
 * @param sunset until when its credentials stay recognised after that; {@link Instant#MAX} without a withdrawal
 */
public record Member(
        Party party, String instrument, List<PublicJwk> earlier, Instant since, Instant until, Instant sunset) {
    public Member {
        earlier = List.copyOf(earlier);
    }

    /** A party that came at this time and has not given notice. */
    public static Member since(Party party, String instrument, Instant since) {
        return new Member(party, instrument, List.of(), since, Instant.MAX, Instant.MAX);
    }

    /** The same party as it comes again, with what it had before: a key that was its own stays so for good. */
    Member returning(Member before) {
        return new Member(party, instrument, before.everKeys().toList(), since, until, sunset);
    }

    /** Every key that was ever pinned for it, the present ones included. */
    Stream<PublicJwk> everKeys() {
        return Stream.concat(earlier.stream(), party.keys().keys().stream()).distinct();
    }

    /** The same party as a later document states it, under the keys that it has: only a roll-over changes these. */
    public Member restated(Party statement, String byInstrument) {
        return new Member(statement.withKeys(party.keys()), byInstrument, earlier, since, until, sunset);
    }

    /** The same party under other keys. */
    Member withKeys(Jwks keys) {
        return new Member(party.withKeys(keys), instrument, everKeys().toList(), since, until, sunset);
    }

    /** The same party, as the one that orders transitions or as one that does not. */
    Member entrusted(boolean depositary) {
        return new Member(party.entrusted(depositary), instrument, earlier, since, until, sunset);
    }

    /** The same party, leaving. */
    Member leaving(Instant until, Duration sunset) {
        return new Member(party, instrument, earlier, since, until, until.plus(sunset));
    }

    /**
     * Whether it signed an act: by a key that is pinned for it, or, stopping its own part, by one that it had before, so that
     * its change of keys undoes no suspension that waits.
     */
    boolean signed(SignedAct act) {
        return act.isBy(party)
                || act.isOwnSuspension() && !earlier.isEmpty() && act.isBy(party.withKeys(new Jwks(earlier)));
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
