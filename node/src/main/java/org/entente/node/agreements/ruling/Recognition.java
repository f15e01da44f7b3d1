package org.entente.node.agreements.ruling;

import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Reach;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;

/** Who recognises whose credentials under one entente at one moment. */
public record Recognition(HeldEntente held, Instant now) {
    /** The clauses that let this verifier ask for something. */
    public Stream<Clause.Recognise> clausesFor(Member verifierParty, URI verifier) {
        return entente().clauses(Clause.Recognise.class).filter(clause -> switch (clause.verifiers()) {
            case Reach.AllParties(), Reach.OtherParties() -> true;
            case Reach.Named named -> isNamed(named, verifierParty.party(), verifier);
        });
    }

    /** Whether a clause lets some service of a party ask. */
    public static boolean letsAsk(Clause.Recognise clause, Party party) {
        return verifiers(clause, party).findAny().isPresent();
    }

    /** Who may ask under a clause on a party's behalf: the party itself where the clause means all that is its own. */
    public static Stream<URI> verifiers(Clause.Recognise clause, Party party) {
        return switch (clause.verifiers()) {
            case Reach.AllParties(), Reach.OtherParties() -> Stream.of(party.entity());
            case Reach.Named named -> addresses(named, party);
        };
    }

    /** Whether a clause means this issuer of a party, which names it for the clause's type. */
    public boolean recognises(Clause.Recognise clause, Member verifierParty, Member issuerParty, URI issuer) {
        Party party = issuerParty.party();
        return party.issues(issuer, clause.credentialType())
                && switch (clause.issuers()) {
                    case Reach.AllParties() -> true;
                    case Reach.OtherParties() ->
                        !party.key().equals(verifierParty.party().key());
                    case Reach.Named named -> isNamed(named, party, issuer);
                };
    }

    /**
     * Whether it was heard late enough that nothing else was ordered. What a government accepts of its own organisations it
     * knows by itself.
     */
    public boolean isConfirmed(Clause.Recognise clause, Member verifierParty, Member issuerParty) {
        return verifierParty.party().key().equals(issuerParty.party().key())
                || held.isConfirmedFor(now, entente().freshness(clause));
    }

    /** Whether a party's own part, as one that accepts, is not stopped for every issuer of a type. */
    boolean accepts(Member verifierParty, String credentialType) {
        return verifierParty.isBoundAt(now)
                && held.confirms(verifierParty)
                && state().suspensions().values().stream()
                        .noneMatch(suspension -> suspension
                                .target()
                                .stopsAcceptanceOfAll(verifierParty.party().key(), credentialType));
    }

    /** Whether nothing stops one party from accepting this type of this issuer of the other, sunset included. */
    public boolean accepts(Member verifierParty, Member issuerParty, URI issuer, String credentialType) {
        return accepts(verifierParty, credentialType)
                && issuerParty.isRecognisedAt(now)
                && held.confirms(issuerParty)
                && state().suspensions().values().stream()
                        .noneMatch(suspension -> suspension
                                        .target()
                                        .stopsIssuance(issuerParty.party().key(), issuer, credentialType)
                                || suspension
                                        .target()
                                        .stopsAcceptance(verifierParty.party().key(), issuer, credentialType));
    }

    /** The issuers that a clause recognises, suspended or not. */
    public Stream<IssuerOf> issuers(Clause.Recognise clause, Member verifierParty) {
        return state().members().values().stream()
                .flatMap(member -> member.party().issuers().stream()
                        .map(issuer -> new IssuerOf(member, member.party().organisation(issuer.organisation())))
                        .filter(issuer -> recognises(clause, verifierParty, member, issuer.address())));
    }

    /** The issuers whose credentials of a type a verifier may accept, under a clause whose text is as it was. */
    Stream<IssuerOf> acceptable(URI verifier, String credentialType) {
        return state().owner(verifier).stream()
                .flatMap(verifierParty -> clausesFor(verifierParty, verifier)
                        .filter(clause -> clause.credentialType().equals(credentialType)
                                && entente().counts(clause, now))
                        .flatMap(clause -> issuers(clause, verifierParty)
                                .filter(issuer -> isConfirmed(clause, verifierParty, issuer.member())))
                        .filter(issuer -> accepts(verifierParty, issuer.member(), issuer.address(), credentialType)));
    }

    /** An issuer and the party that names it. */
    public record IssuerOf(Member member, URI address) {}

    private static boolean isNamed(Reach.Named named, Party party, URI address) {
        return addresses(named, party).anyMatch(address::equals);
    }

    private static Stream<URI> addresses(Reach.Named named, Party party) {
        return named.organisations().stream()
                .filter(organisation -> organisation.party().equals(party.key()))
                .map(organisation -> party.organisation(organisation.organisation()));
    }

    private Entente entente() {
        return state().entente();
    }

    private EntenteState state() {
        return held.state();
    }
}
