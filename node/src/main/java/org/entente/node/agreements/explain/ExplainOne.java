package org.entente.node.agreements.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.IssuerEvidence.Lack;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.ProofStep;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.ruling.Rulings;
import org.entente.node.kernel.Text;
import org.entente.protocols.jose.Jwks;

/** Explains one question under one entente: takes each step until one fails. */
final class ExplainOne {
    private final Subject subject;
    private final Question question;
    private final Moment moment;
    private final Instant at;
    private final Surroundings surroundings;
    private final Parties parties;
    private final Clauses clauses;

    private ExplainOne(Subject subject, Question question, Moment moment, Surroundings surroundings) {
        this.subject = subject;
        this.question = question;
        this.moment = moment;
        this.at = moment.at();
        this.surroundings = surroundings;
        this.parties = new Parties(subject, question, at);
        this.clauses = new Clauses(subject, question, at);
    }

    static Explanation explain(Subject subject, Question question, Moment moment, Surroundings surroundings) {
        return new ExplainOne(subject, question, moment, surroundings).explain();
    }

    /** The explanation where no entente is held at all. */
    static Explanation withoutEntente(Question question, Instant at) {
        List<ProofStep> steps = new ArrayList<>();
        for (PathStep step : PathStep.values()) {
            steps.add(
                    step == Fault.NO_ENTENTE.step()
                            ? step.failed(Fault.NO_ENTENTE.found(), Fault.NO_ENTENTE.mend())
                            : step.notReached());
        }
        return new Explanation(
                question,
                at,
                List.of(),
                Rulings.rule(question, List.of(), at),
                new ProofPath(steps),
                Optional.of(Fault.NO_ENTENTE),
                Optional.empty());
    }

    private Explanation explain() {
        Ruling ruling = Rulings.rule(question, List.of(subject.held()), at);
        Ruling fixed = moment.isAhead()
                ? Rulings.rule(question, List.of(subject.foreseen().held()), at)
                : ruling;
        List<ProofStep> steps = new ArrayList<>();
        Optional<Fault> fault = Optional.empty();
        boolean failed = false;
        for (PathStep step : PathStep.values()) {
            boolean unseen = failed || isHidden(step);
            Optional<Finding> finding = unseen ? Optional.empty() : look(step);
            if (unseen) {
                steps.add(step.notReached());
            } else if (finding.isPresent()) {
                Fault found = finding.get().fault();
                fault = Optional.of(found);
                steps.add(step.failed(found.found(finding.get().arguments().toArray()), found.mend()));
                failed = true;
            } else if (fixed instanceof Ruling.Refused refused && isAt(refused, step)) {
                steps.add(step.failed(refused.reason(), refused.mend()));
                failed = true;
            } else {
                steps.add(passed(step, fixed));
            }
        }
        Optional<Text> unknown = failed ? Optional.empty() : moment.reservation();
        return new Explanation(question, at, List.of(subject.entente()), ruling, new ProofPath(steps), fault, unknown);
    }

    /** Whether a step cannot be judged for the moment: a certificate that is not at hand may yet hold on a day that comes. */
    private boolean isHidden(PathStep step) {
        return moment.hides(step)
                || step == PathStep.CERTIFICATE
                        && moment.isAhead()
                        && lacks().stream().anyMatch(lack -> lack == Lack.LISTS_UNNAMED || lack == Lack.LIST_MISSING);
    }

    /** A step that holds, as the ruling found it where that says more: that a clause counts, but only until a day. */
    private static ProofStep passed(PathStep step, Ruling ruling) {
        return step == PathStep.CLAUSE_TEXT
                ? ruling.path().steps().stream()
                        .filter(ruled -> ruled.id().equals(step.id()))
                        .flatMap(ruled -> ruled.found().stream())
                        .findFirst()
                        .map(step::passed)
                        .orElseGet(step::passed)
                : step.passed();
    }

    /** What the ruling refuses is refused here too, at its step or at the last, though its cause be told no finer. */
    private static boolean isAt(Ruling.Refused refused, PathStep step) {
        return refused.step().id().equals(step.id()) || step == PathStep.CLAIMS;
    }

    private Optional<Finding> look(PathStep step) {
        return switch (step) {
            case ENTENTE -> Optional.empty();
            case SIGNATURES -> signatures();
            case IN_STEP -> pace();
            case IN_FORCE -> term();
            case VERIFIER, ISSUER_PARTY, CONFIRMED, MEMBERSHIP, STANDING -> parties.look(step);
            case FEDERATION_KEY -> federationKey();
            case AUTHORITY -> authority();
            case METADATA, CERTIFICATE, STATUS_LIST ->
                lacks().stream()
                        .map(Fault::of)
                        .filter(fault -> fault.step() == step)
                        .findFirst()
                        .flatMap(fault -> Finding.of(fault, question.issuer().toString()));
            case FRESHNESS ->
                clauses.isConfirmed()
                        ? Optional.empty()
                        : Finding.of(
                                Fault.OUT_OF_TOUCH,
                                Parties.minute(subject.held().confirmedAt()));
            case PURPOSE, CREDENTIAL_TYPE, ISSUER, CLAUSE_TEXT, CLAIMS -> clauses.look(step);
        };
    }

    private Optional<Finding> signatures() {
        List<Text> names = subject.unsigned();
        return names.isEmpty()
                ? Optional.empty()
                : Finding.of(
                        Fault.SIGNATURE_MISSING,
                        new Text(
                                String.join(", ", names.stream().map(Text::fr).toList()),
                                String.join(", ", names.stream().map(Text::en).toList())));
    }

    private Optional<Finding> pace() {
        return switch (subject.pace()) {
            case IN_STEP -> Optional.empty();
            case BEHIND -> Finding.of(Fault.BEHIND);
            case ASTRAY -> Finding.of(Fault.ASTRAY);
            case FORKED -> Finding.of(Fault.FORKED);
        };
    }

    private Optional<Finding> term() {
        if (!subject.state().hasEntered()) {
            return subject.entered().isAfter(at) && subject.entered().isBefore(Instant.MAX)
                    ? Finding.of(Fault.NOT_BEGUN, Parties.day(subject.entered()))
                    : Finding.of(
                            Fault.NOT_ENTERED, subject.entente().depositary().name());
        }
        Instant from = subject.entente().term().from();
        return at.isBefore(from)
                ? Finding.of(Fault.NOT_BEGUN, Parties.day(from))
                : Finding.unless(
                        subject.entente().term().contains(at),
                        Fault.TERM_OVER,
                        Parties.day(subject.entente().term().until()));
    }

    private Optional<Finding> federationKey() {
        Party party = subject.asPinned(issuerParty());
        Optional<Jwks> known = surroundings.keysOf(party.entity());
        return known.isEmpty()
                ? Finding.of(Fault.KEYS_UNKNOWN, party.name())
                : Finding.unless(
                        known.get().keys().stream().anyMatch(party.keys().keys()::contains),
                        Fault.KEYS_DIFFER,
                        party.name());
    }

    private Optional<Finding> authority() {
        Party party = issuerParty();
        Instant from = party.credentialAuthority().getNotBefore().toInstant();
        Instant until = party.credentialAuthority().getNotAfter().toInstant();
        return at.isBefore(from)
                ? Finding.of(Fault.AUTHORITY_NOT_YET, party.name(), Parties.day(from))
                : Finding.unless(!at.isAfter(until), Fault.AUTHORITY_EXPIRED, party.name(), Parties.day(until));
    }

    private Set<Lack> lacks() {
        Set<Lack> lacks = surroundings.lacks(
                question.issuer(), issuerParty().credentialAuthority(), question.credentialType(), clauses.freshness());
        return lacks.isEmpty() ? lacks : EnumSet.copyOf(lacks);
    }

    private Party issuerParty() {
        return subject.state().owner(question.issuer()).map(Member::party).orElseThrow();
    }
}
