package org.entente.node.agreements.simulate;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Purpose;
import org.entente.node.agreements.document.Reach;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Recognition;
import org.entente.protocols.dcql.ClaimPath;

/**
 * What nobody has asked yet and somebody could ask once a government has joined: others for its credentials, and its own
 * service for those of others, for every purpose and with all that the clause permits.
 *
 * @param newcomer the key of the government that joins
 * @param dropped claims that no clause permits any more
 */
record NewcomerQuestions(EntenteState state, String newcomer, List<ClaimPath> dropped) {
    /** The first member of a claim that is a pseudonym of one sector alone. */
    private static final String PSEUDONYMS = "pseudonyms";

    /** A question and what people call its purpose. */
    record Asked(Question question, Purpose purpose) {}

    /** Each question once, though two clauses answer it. */
    Stream<Asked> all() {
        Map<Question, Asked> all = new LinkedHashMap<>();
        state.entente()
                .clauses(Clause.Recognise.class)
                .flatMap(this::under)
                .forEach(asked -> all.putIfAbsent(asked.question(), asked));
        return all.values().stream();
    }

    private Stream<Asked> under(Clause.Recognise clause) {
        Recognition recognition = new Recognition(HeldEntente.known(state), Instant.MIN);
        return state.members().values().stream()
                .flatMap(verifier -> verifiers(clause, verifier)
                        .flatMap(address -> recognition
                                .issuers(clause, verifier)
                                .filter(issuer -> concernsNewcomer(verifier, issuer.member()))
                                .flatMap(issuer -> questions(clause, address, issuer.address()))));
    }

    private boolean concernsNewcomer(Member verifier, Member issuer) {
        return verifier.party().key().equals(newcomer) != issuer.party().key().equals(newcomer);
    }

    /** Where a clause means every party, it is asked by one organisation of the newcomer, and by another party as such. */
    private Stream<URI> verifiers(Clause.Recognise clause, Member verifier) {
        Party party = verifier.party();
        return switch (clause.verifiers()) {
            case Reach.Named(var organisations) ->
                organisations.stream()
                        .filter(one -> one.party().equals(party.key()))
                        .map(one -> party.organisation(one.organisation()));
            case Reach.AllParties(), Reach.OtherParties() ->
                Stream.of(party.key().equals(newcomer) ? party.organisation(Scenario.NEWCOMER) : party.entity());
        };
    }

    private Stream<Asked> questions(Clause.Recognise clause, URI verifier, URI issuer) {
        Set<ClaimPath> claims = clause.maximumClaims().stream()
                .filter(claim -> !claim.first().equals(PSEUDONYMS))
                .filter(claim -> dropped.stream().noneMatch(one -> one.overlaps(claim)))
                .collect(Collectors.toSet());
        return clause.purposes().stream()
                .map(purpose -> new Asked(
                        new Question(verifier, purpose.id(), clause.credentialType(), issuer, claims), purpose));
    }
}
