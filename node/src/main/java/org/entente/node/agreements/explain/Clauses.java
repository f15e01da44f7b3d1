package org.entente.node.agreements.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Reach;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.ruling.Recognition;
import org.entente.protocols.dcql.ClaimPath;

/** Which clause provides for the question, and what the closest one lacks. */
final class Clauses {
    private static final String PSEUDONYMS = "pseudonyms";
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Entente entente;
    private final Question question;
    private final Instant at;
    private final Recognition recognition;
    private final Optional<Member> verifier;
    private final Optional<Member> issuer;

    Clauses(Subject subject, Question question, Instant at) {
        this.entente = subject.entente();
        this.question = question;
        this.at = at;
        this.recognition = new Recognition(subject.held(), at);
        this.verifier = subject.state().owner(question.verifier());
        this.issuer = subject.state().owner(question.issuer());
    }

    Optional<Finding> look(PathStep step) {
        return switch (step) {
            case PURPOSE -> purpose();
            case CREDENTIAL_TYPE -> type();
            case ISSUER -> issuer();
            case CLAUSE_TEXT ->
                Finding.unless(
                        ofIssuer().stream().anyMatch(clause -> entente.counts(clause, at)),
                        Fault.STALE_CLAUSE,
                        ofIssuer().getFirst().number());
            default -> claims();
        };
    }

    /** Whether a clause that provides for the question may still be applied to what was heard. */
    boolean isConfirmed() {
        return ofIssuer().stream()
                .anyMatch(clause -> recognition.isConfirmed(clause, verifier.orElseThrow(), issuer.orElseThrow()));
    }

    /** How old a status may be under the clauses that provide for the question; a week where none does. */
    Duration freshness() {
        return ofIssuer().stream()
                .map(entente::freshness)
                .max(Comparator.naturalOrder())
                .orElse(LONGEST);
    }

    private Optional<Finding> purpose() {
        boolean anywhere = entente.clauses(Clause.Recognise.class).anyMatch(this::names);
        return Finding.unless(
                !forPurpose().isEmpty(),
                anywhere ? Fault.PURPOSE_OF_ANOTHER : Fault.UNKNOWN_PURPOSE,
                question.purpose());
    }

    private Optional<Finding> type() {
        boolean anywhere = entente.clauses(Clause.Recognise.class).anyMatch(this::isOfType);
        return Finding.unless(
                !ofType().isEmpty(),
                anywhere ? Fault.TYPE_FOR_ANOTHER_PURPOSE : Fault.UNKNOWN_TYPE,
                question.credentialType());
    }

    private Optional<Finding> issuer() {
        if (!ofIssuer().isEmpty()) {
            return Optional.empty();
        }
        Member issuing = issuer.orElseThrow();
        if (!issuing.party().issues(question.issuer(), question.credentialType())) {
            return Finding.of(Fault.ISSUER_UNNAMED, issuing.party().name());
        }
        boolean own = verifier.map(Member::party)
                        .filter(party -> party.key().equals(issuing.party().key()))
                        .isPresent()
                && ofType().stream().anyMatch(clause -> clause.issuers() instanceof Reach.OtherParties);
        return Finding.of(own ? Fault.OWN_ISSUER : Fault.ISSUER_OUTSIDE_CLAUSE, numbers(ofType()));
    }

    private Optional<Finding> claims() {
        Clause.Recognise closest = ofIssuer().stream()
                .filter(clause -> entente.counts(clause, at))
                .min(Comparator.comparingInt(clause -> beyond(clause).size()))
                .orElseThrow();
        List<ClaimPath> beyond = beyond(closest);
        if (beyond.isEmpty()) {
            return Optional.empty();
        }
        List<ClaimPath> foreign = beyond.stream()
                .filter(claim -> isOfAnotherSector(closest, claim))
                .toList();
        if (!foreign.isEmpty()) {
            return Finding.of(Fault.OTHER_SECTOR, closest.number(), listed(foreign));
        }
        boolean wholes = beyond.stream()
                .allMatch(claim -> closest.maximumClaims().stream().anyMatch(claim::covers));
        return Finding.of(wholes ? Fault.WHOLE_OF_A_PART : Fault.BEYOND_MAXIMUM, closest.number(), listed(beyond));
    }

    private List<ClaimPath> beyond(Clause.Recognise clause) {
        return question.claims().stream()
                .filter(claim -> isOfAnotherSector(clause, claim)
                        || clause.maximumClaims().stream().noneMatch(maximum -> maximum.covers(claim)))
                .toList();
    }

    private boolean isOfAnotherSector(Clause.Recognise clause, ClaimPath claim) {
        return claim.first().equals(PSEUDONYMS)
                && clause.purposes().stream()
                        .filter(purpose -> purpose.id().equals(question.purpose()))
                        .map(purpose -> ClaimPath.of(PSEUDONYMS, purpose.sector()))
                        .noneMatch(claim::equals);
    }

    private static String listed(List<ClaimPath> claims) {
        return claims.stream().map(ClaimPath::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String numbers(List<Clause.Recognise> clauses) {
        return clauses.stream().map(Clause::number).collect(Collectors.joining(", "));
    }

    private List<Clause.Recognise> forPurpose() {
        return verifier.stream()
                .flatMap(member -> recognition.clausesFor(member, question.verifier()))
                .filter(this::names)
                .toList();
    }

    private List<Clause.Recognise> ofType() {
        return forPurpose().stream().filter(this::isOfType).toList();
    }

    private List<Clause.Recognise> ofIssuer() {
        return ofType().stream()
                .filter(clause -> verifier.isPresent()
                        && issuer.isPresent()
                        && recognition.recognises(clause, verifier.get(), issuer.get(), question.issuer()))
                .toList();
    }

    private boolean names(Clause.Recognise clause) {
        return clause.purposes().stream().anyMatch(purpose -> purpose.id().equals(question.purpose()));
    }

    private boolean isOfType(Clause.Recognise clause) {
        return clause.credentialType().equals(question.credentialType());
    }
}
