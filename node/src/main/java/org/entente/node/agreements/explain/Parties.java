package org.entente.node.agreements.explain;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.life.Target;

/** Whether the parties concerned take part, and what keeps one from it. */
final class Parties {
    private static final int DAY = "2026-11-22".length();
    private static final int MINUTE = "2026-11-22T16:40".length();

    private final Subject subject;
    private final Question question;
    private final Instant at;
    private final Optional<Member> verifier;
    private final Optional<Member> issuer;

    Parties(Subject subject, Question question, Instant at) {
        this.subject = subject;
        this.question = question;
        this.at = at;
        this.verifier = subject.state().owner(question.verifier());
        this.issuer = subject.state().owner(question.issuer());
    }

    /** A date as documents mean it: the day in UTC. */
    static String day(Instant instant) {
        return instant.toString().substring(0, DAY);
    }

    /** A moment to the minute, in UTC. */
    static String minute(Instant instant) {
        return instant.equals(Instant.MIN)
                ? "–"
                : instant.toString().substring(0, MINUTE).replace('T', ' ') + " UTC";
    }

    Optional<Finding> look(PathStep step) {
        if (step == PathStep.VERIFIER) {
            return Finding.unless(
                    verifier.isPresent(),
                    Fault.FOREIGN_VERIFIER,
                    question.verifier().toString());
        }
        if (step == PathStep.ISSUER_PARTY) {
            return Finding.unless(
                    issuer.isPresent(), Fault.FOREIGN_ISSUER, question.issuer().toString());
        }
        Member asking = verifier.orElseThrow();
        Member issuing = issuer.orElseThrow();
        return switch (step) {
            case CONFIRMED ->
                confirmed(asking, Fault.VERIFIER_UNCONFIRMED).or(() -> confirmed(issuing, Fault.ISSUER_UNCONFIRMED));
            case MEMBERSHIP -> membership(asking, issuing);
            default -> standing(asking.party(), issuing.party());
        };
    }

    private Optional<Finding> confirmed(Member member, Fault otherwise) {
        return Finding.unless(
                !subject.unconfirmed().contains(member.party().key()),
                otherwise,
                member.party().name());
    }

    private Optional<Finding> membership(Member asking, Member issuing) {
        return joined(asking)
                .or(() -> joined(issuing))
                .or(() -> Finding.unless(
                        asking.isBoundAt(at),
                        Fault.VERIFIER_LEFT,
                        asking.party().name(),
                        end(asking.until())))
                .or(() -> Finding.unless(
                        issuing.isRecognisedAt(at),
                        Fault.ISSUER_LEFT,
                        issuing.party().name(),
                        end(issuing.sunset())));
    }

    private Optional<Finding> joined(Member member) {
        return Finding.unless(
                !at.isBefore(member.since()),
                Fault.NOT_YET_JOINED,
                member.party().name(),
                end(member.since()));
    }

    private static String end(Instant instant) {
        return instant.equals(Instant.MAX) || instant.equals(Instant.MIN) ? "–" : day(instant);
    }

    private Optional<Finding> standing(Party asking, Party issuing) {
        String type = question.credentialType();
        for (Suspension suspension : subject.state().suspensions().values()) {
            Target target = suspension.target();
            String since = day(suspension.since());
            if (target.stopsAcceptance(asking.key(), question.issuer(), type)) {
                return Finding.of(acceptance(target), asking.name(), since);
            }
            if (target.stopsIssuance(issuing.key(), question.issuer(), type)) {
                return Finding.of(issuance(target), issuing.name(), since);
            }
        }
        return Optional.empty();
    }

    private static Fault acceptance(Target target) {
        if (target.isWhole()) {
            return Fault.ACCEPTS_NOTHING;
        }
        return target.issuers().isEmpty() ? Fault.TYPE_NOT_ACCEPTED : Fault.ISSUER_NOT_ACCEPTED;
    }

    private static Fault issuance(Target target) {
        if (target.isWhole()) {
            return Fault.ISSUES_NOTHING;
        }
        return target.issuers().isEmpty() ? Fault.TYPE_SUSPENDED : Fault.ISSUER_SUSPENDED;
    }
}
