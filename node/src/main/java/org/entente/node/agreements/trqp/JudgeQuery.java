package org.entente.node.agreements.trqp;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.Asking;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Reach;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Recognition;
import org.entente.node.agreements.ruling.Rulings;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;

/**
 * Turns a query into the questions that rulings answer. Two actions exist: {@code issue}, a credential type, and
 * {@code accept}, a credential type for the purpose that the context names ({@code purpose}, and where they are known
 * {@code issuer} and {@code claims}, paths with dots parted by commas).
 */
record JudgeQuery(HeldEntente held, TrqpQuery query, Instant at, Instant now) {
    private static final String ISSUE = "issue";
    private static final String ACCEPT = "accept";

    /** Does the entente authorize the entity to take the action on the resource? */
    TrqpVerdict authorization() {
        return switch (query.action()) {
            case ISSUE -> issues(query.entity());
            case ACCEPT -> accepts();
            default -> new TrqpVerdict.Unknown("the action is issue or accept");
        };
    }

    /** Does the entente recognize the entity, a government, as one that may let its organisations issue the type? */
    TrqpVerdict recognition() {
        if (!query.action().equals(ISSUE)) {
            return new TrqpVerdict.Unknown("governments are recognized for the action issue");
        }
        Optional<Party> party = held.state().members().values().stream()
                .map(Member::party)
                .filter(member -> member.entity().equals(query.entity()))
                .findFirst();
        if (party.isEmpty()) {
            return new TrqpVerdict.Answered(false, because("not-a-party"));
        }
        List<TrqpVerdict.Answered> issuers = party.get().issuers().stream()
                .map(issuer -> issues(party.get().organisation(issuer.organisation())))
                .toList();
        return issuers.stream()
                .filter(TrqpVerdict.Answered::yes)
                .findFirst()
                .or(() -> issuers.stream().findFirst())
                .orElseGet(() -> new TrqpVerdict.Answered(false, because("no-issuer")));
    }

    /** Whether some service may accept the type from this issuer. */
    private TrqpVerdict.Answered issues(URI issuer) {
        List<Ruling> rulings = held.state()
                .entente()
                .clauses(Clause.Recognise.class)
                .filter(clause -> clause.credentialType().equals(query.resource()))
                .flatMap(clause -> verifiers(clause, issuer)
                        .map(verifier -> new Question(
                                verifier,
                                clause.purposes().getFirst().id(),
                                clause.credentialType(),
                                issuer,
                                Set.of())))
                .map(question -> Rulings.rule(question, List.of(judged()), at))
                .toList();
        Predicate<Ruling> permits = Ruling.Permitted.class::isInstance;
        return rulings.stream()
                .filter(permits)
                .findFirst()
                .or(() -> rulings.stream().findFirst())
                .map(this::answered)
                .orElseGet(() -> new TrqpVerdict.Answered(false, because("no-clause")));
    }

    /** Those who may ask under a clause, each by one address. */
    private Stream<URI> verifiers(Clause.Recognise clause, URI issuer) {
        return held.state().members().values().stream()
                .map(Member::party)
                .filter(party -> clause.verifiers() instanceof Reach.Named || !party.owns(issuer))
                .flatMap(party -> Recognition.verifiers(clause, party));
    }

    private TrqpVerdict accepts() {
        String purpose = query.context().getOrDefault("purpose", "");
        if (purpose.isEmpty()) {
            return new TrqpVerdict.Incomplete("accepting needs context.purpose");
        }
        Set<ClaimPath> claims = Arrays.stream(
                        query.context().getOrDefault("claims", "").split(",", -1))
                .map(String::strip)
                .filter(claim -> !claim.isEmpty())
                .map(claim -> ClaimPath.of(List.of(claim.split("\\.", -1))))
                .collect(Collectors.toSet());
        String issuer = query.context().getOrDefault("issuer", "");
        Ruling ruling = issuer.isEmpty()
                ? Rulings.rule(new Asking(query.entity(), purpose, query.resource(), claims), List.of(judged()), at)
                : Rulings.rule(
                        new Question(query.entity(), purpose, query.resource(), address(issuer), claims),
                        List.of(judged()),
                        at);
        return answered(ruling);
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new ProtocolError("invalid_request", "context.issuer is an address");
        }
    }

    /** Of a moment that comes nobody has heard yet: what is fixed is judged all the same. */
    private HeldEntente judged() {
        return liesAhead() ? held.confirmedAt(Instant.MAX) : held;
    }

    /** By more than a client's clock may be fast. */
    private boolean liesAhead() {
        return at.isAfter(now.plus(EntenteState.CLOCK_SKEW));
    }

    /** What will be suspended at a moment that comes is not known, so that nothing is authorized for it today. */
    private TrqpVerdict.Answered answered(Ruling ruling) {
        if (ruling instanceof Ruling.Permitted && liesAhead()) {
            return new TrqpVerdict.Answered(false, because("ahead"));
        }
        return new TrqpVerdict.Answered(ruling instanceof Ruling.Permitted, ruling.reason());
    }

    private static Text because(String what) {
        return Messages.ofProgram().text("agreements.trqp." + what);
    }
}
