package org.entente.node.agreements.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.node.agreements.conclude.MoveOutcome;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.Refusals;
import org.entente.node.agreements.decide.Decided;
import org.entente.node.agreements.drafting.PutOnTable;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.entente.node.web.NotFound;
import org.entente.node.web.Problems;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What the API answers. */
@Component
class EntenteAnswers {
    private final Holdings holdings;
    private final EntenteJson ententeJson;
    private final Problems problems;

    EntenteAnswers(Holdings holdings, EntenteJson ententeJson, Problems problems) {
        this.holdings = holdings;
        this.ententeJson = ententeJson;
        this.problems = problems;
    }

    /** An entente as it is now. */
    ResponseEntity<ObjectNode> entente(HttpStatus status, String name, Instant now) {
        Held held = holdings.find(name).orElseThrow(NotFound::new);
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(ententeJson.whole(held, now));
    }

    /** An entente after an act of ours, with the act's name. */
    ResponseEntity<ObjectNode> act(String name, ActOutcome outcome, Instant now) {
        return switch (outcome) {
            case ActOutcome.Done(var act) -> {
                Held held = holdings.find(name).orElseThrow(NotFound::new);
                yield ResponseEntity.status(HttpStatus.ACCEPTED)
                        .cacheControl(CacheControl.noStore())
                        .body(ententeJson.whole(held, now).put("act", act.name()));
            }
            case ActOutcome.Refused(Rejection reason) -> refused(reason);
            case ActOutcome.NotFound() -> throw new NotFound();
        };
    }

    /** What takes two officers: what it came to, or that the first word waits for another client or person. */
    <T> ResponseEntity<ObjectNode> decided(Decided<T> decided, Function<T, ResponseEntity<ObjectNode>> performed) {
        return switch (decided) {
            case Decided.Asked<T>() ->
                ResponseEntity.status(HttpStatus.ACCEPTED)
                        .cacheControl(CacheControl.noStore())
                        .body(Json.newObject().put("decision", "asked"));
            case Decided.SameOfficer<T>() ->
                conflict("same_officer", "another officer confirms than the one who asked");
            case Decided.OtherWaits<T>() ->
                conflict("other_waits", "another word about the same waits: it is confirmed, or taken back first");
            case Decided.Performed<T>(T outcome) -> performed.apply(outcome);
        };
    }

    /** An entente after a move of ours. */
    ResponseEntity<ObjectNode> move(String name, MoveOutcome outcome, Instant now) {
        return switch (outcome) {
            case MoveOutcome.Done(String made) -> entente(HttpStatus.ACCEPTED, made, now);
            case MoveOutcome.NotFound() -> throw new NotFound();
            case MoveOutcome.Closed() -> closed();
            case MoveOutcome.OtherText() -> otherText();
            case MoveOutcome.Signed() -> conflict("signed", "this government has signed the text on the table");
            case MoveOutcome.Refused(String code, String reason) -> conflict(code, reason);
            case MoveOutcome.PartyAbsent() -> absent();
        };
    }

    /** What a draft became that was to be put on the table. */
    ResponseEntity<ObjectNode> table(PutOnTable.Outcome outcome, Instant now) {
        return switch (outcome) {
            case PutOnTable.Outcome.Done(String made) -> entente(HttpStatus.CREATED, made, now);
            case PutOnTable.Outcome.GoldenCasesBroken(List<Text> titles) -> goldenCases(titles);
            case PutOnTable.Outcome.Invalid(Optional<String> place) ->
                problems.answer(
                        HttpStatus.BAD_REQUEST,
                        "invalid_entente",
                        "the draft makes no valid document"
                                + place.map(where -> "; it is wrong at " + where)
                                        .orElse(""));
            case PutOnTable.Outcome.Refused(String trouble) -> refused(trouble);
        };
    }

    private ResponseEntity<ObjectNode> refused(String trouble) {
        return switch (trouble) {
            case "party-absent" -> absent();
            case "not-a-party" -> notAParty();
            default ->
                conflict(
                        trouble.replace('-', '_'),
                        Messages.ofProgram().say(Language.EN, "agreements.trouble." + trouble));
        };
    }

    ResponseEntity<ObjectNode> draftChanged() {
        return conflict("draft_changed", "the draft is of another edition by now; read it first");
    }

    ResponseEntity<ObjectNode> notAParty() {
        return unprocessable("not_a_party", "this node's own address is not among the parties");
    }

    ResponseEntity<ObjectNode> closed() {
        return conflict("closed", "somebody has ended the talks, or they have ended by themselves");
    }

    ResponseEntity<ObjectNode> otherText() {
        return conflict("other_text", "another text is on the table by now");
    }

    ResponseEntity<ObjectNode> notAgreed() {
        return conflict("not_agreed", "not all parties agree to the text on the table");
    }

    /** What the entente does not allow. */
    ResponseEntity<ObjectNode> refused(Rejection reason) {
        return conflict(reason.code(), Refusals.because(reason).reason());
    }

    ResponseEntity<ObjectNode> conflict(String code, String detail) {
        return problems.answer(HttpStatus.CONFLICT, code, detail);
    }

    ResponseEntity<ObjectNode> unprocessable(String code, String detail) {
        return problems.answer(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }

    /** A text whose clauses decide these worked examples otherwise than it says. */
    ResponseEntity<ObjectNode> goldenCases(List<Text> titles) {
        return unprocessable(
                "golden_cases",
                "the clauses do not decide these worked examples as they say: "
                        + titles.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    /** Somebody whom we could not meet. */
    ResponseEntity<ObjectNode> absent() {
        return unprocessable("party_absent", "a party's node could not be introduced, or is no government's");
    }

    /** Somebody who is not as a document says. */
    ResponseEntity<ObjectNode> differs(URI entity) {
        return conflict("party_differs", "a government states itself otherwise than the entente does: " + entity);
    }
}
