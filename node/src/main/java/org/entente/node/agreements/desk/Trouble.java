package org.entente.node.agreements.desk;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.node.agreements.accede.AccessionOutcome;
import org.entente.node.agreements.accede.ApproveAccession;
import org.entente.node.agreements.conclude.ApproveOutcome;
import org.entente.node.agreements.conclude.MoveOutcome;
import org.entente.node.agreements.conclude.SignOutcome;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.decide.Decided;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.web.NotFound;

/** Why something has not been done: ends of keys in the catalogue. Empty when it has. */
public final class Trouble {
    private static final Set<Rejection> NAMED = Set.of(
            Rejection.NOT_ENTITLED,
            Rejection.NOT_A_PARTY,
            Rejection.NO_SUCH_SUSPENSION,
            Rejection.REPEATED,
            Rejection.ALREADY_BOUND,
            Rejection.NOT_OPEN,
            Rejection.TOO_MANY_ACTS,
            Rejection.FULL);

    private Trouble() {}

    /** Of a move in the talks. */
    public static Optional<String> of(MoveOutcome outcome) {
        return switch (outcome) {
            case MoveOutcome.Done ignored -> Optional.empty();
            case MoveOutcome.NotFound() -> throw new NotFound();
            case MoveOutcome.Closed() -> Optional.of("closed");
            case MoveOutcome.OtherText() -> Optional.of("other-text");
            case MoveOutcome.Signed() -> Optional.of("signed");
            case MoveOutcome.Refused ignored -> Optional.of("refused");
            case MoveOutcome.PartyAbsent() -> Optional.of("party-absent");
        };
    }

    /** Of a step of our approval. */
    static Optional<String> of(ApproveOutcome outcome) {
        return switch (outcome) {
            case ApproveOutcome.Done() -> Optional.empty();
            case ApproveOutcome.NotFound() -> throw new NotFound();
            case ApproveOutcome.Closed() -> Optional.of("closed");
            case ApproveOutcome.OtherText() -> Optional.of("other-text");
            case ApproveOutcome.NotAgreed() -> Optional.of("not-agreed");
            case ApproveOutcome.TooEarly() -> Optional.of("too-early");
            case ApproveOutcome.SameOfficer() -> Optional.of("same-officer");
        };
    }

    /** Of our signature. */
    static Optional<String> of(SignOutcome outcome) {
        return switch (outcome) {
            case SignOutcome.Done() -> Optional.empty();
            case SignOutcome.NotFound() -> throw new NotFound();
            case SignOutcome.Closed() -> Optional.of("closed");
            case SignOutcome.OtherText() -> Optional.of("other-text");
            case SignOutcome.NotAgreed() -> Optional.of("not-agreed");
            case SignOutcome.NotApproved() -> Optional.of("not-approved");
            case SignOutcome.SameOfficer() -> Optional.of("same-officer");
            case SignOutcome.GoldenCasesBroken ignored -> Optional.of("golden-cases");
            case SignOutcome.PartyAbsent ignored -> Optional.of("party-absent");
            case SignOutcome.PartyDiffers ignored -> Optional.of("party-differs");
        };
    }

    /** Of an act about an entente in force. */
    static Optional<String> of(ActOutcome outcome) {
        return switch (outcome) {
            case ActOutcome.Done ignored -> Optional.empty();
            case ActOutcome.NotFound() -> throw new NotFound();
            case ActOutcome.Refused(Rejection reason) -> Optional.of(of(reason));
        };
    }

    /** Of what takes two officers. */
    public static <T> Optional<String> of(Decided<T> decided, Function<T, Optional<String>> performed) {
        return switch (decided) {
            case Decided.Asked<T>() -> Optional.empty();
            case Decided.SameOfficer<T>() -> Optional.of("same-officer");
            case Decided.OtherWaits<T>() -> Optional.of("other-waits");
            case Decided.Performed<T>(T outcome) -> performed.apply(outcome);
        };
    }

    /** Of our approval of a newcomer. */
    static Optional<String> of(ApproveAccession.Outcome outcome) {
        return switch (outcome) {
            case ApproveAccession.Outcome.Performed(ActOutcome performed) -> of(performed);
            case ApproveAccession.Outcome.NoSuchRequest() -> throw new NotFound();
            case ApproveAccession.Outcome.NewcomerDiffers ignored -> Optional.of("party-differs");
        };
    }

    /** Of our request to join. */
    public static Optional<String> of(AccessionOutcome outcome) {
        return switch (outcome) {
            case AccessionOutcome.Requested ignored -> Optional.empty();
            case AccessionOutcome.Unavailable() -> Optional.of("unavailable");
            case AccessionOutcome.NotGenuine() -> Optional.of("not-genuine");
            case AccessionOutcome.PartyDiffers ignored -> Optional.of("party-differs");
            case AccessionOutcome.Refused(Rejection reason) -> Optional.of(of(reason));
            case AccessionOutcome.OtherText() -> Optional.of("amended");
            case AccessionOutcome.NameTaken() -> Optional.of("name-taken");
            case AccessionOutcome.Full() -> Optional.of("full");
        };
    }

    private static String of(Rejection reason) {
        return NAMED.contains(reason) ? reason.code().replace('_', '-') : "refused";
    }
}
