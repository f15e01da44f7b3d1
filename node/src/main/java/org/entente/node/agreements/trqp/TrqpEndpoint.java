package org.entente.node.agreements.trqp;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.entente.node.web.Problems;
import org.entente.node.web.RequestLanguage;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** TRQP 2.0, HTTPS binding: authorization and recognition queries about ententes in force, for anybody. */
@RestController
class TrqpEndpoint {
    private final Holdings holdings;
    private final Problems problems;
    private final InstantSource clock;

    TrqpEndpoint(Holdings holdings, Problems problems, InstantSource clock) {
        this.holdings = holdings;
        this.problems = problems;
        this.clock = clock;
    }

    @PostMapping(path = "/authorization", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> authorization(HttpServletRequest request, @RequestBody byte[] body) {
        return answer(RequestLanguage.preferredOr(Language.EN, request), body, "authorized", JudgeQuery::authorization);
    }

    @PostMapping(path = "/recognition", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> recognition(HttpServletRequest request, @RequestBody byte[] body) {
        return answer(RequestLanguage.preferredOr(Language.EN, request), body, "recognized", JudgeQuery::recognition);
    }

    private ResponseEntity<ObjectNode> answer(
            Language language, byte[] body, String member, Function<JudgeQuery, TrqpVerdict> judge) {
        Instant now = clock.instant();
        try {
            TrqpQuery query = TrqpQuery.parse(Json.object(body));
            TrqpVerdict verdict = find(query)
                    .map(held -> judge.apply(judging(held, query, now)))
                    .orElseGet(() -> new TrqpVerdict.Unknown("no entente in force here has this address"));
            return switch (verdict) {
                case TrqpVerdict.Answered(boolean yes, Text message) ->
                    ResponseEntity.ok()
                            .cacheControl(CacheControl.noStore())
                            .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                            .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                            .body(query.answer(member, yes, message.in(language), now));
                case TrqpVerdict.Unknown(String what) -> problems.answer(HttpStatus.NOT_FOUND, "not_found", what);
                case TrqpVerdict.Incomplete(String what) ->
                    problems.answer(HttpStatus.BAD_REQUEST, "invalid_request", what);
            };
        } catch (ProtocolError e) {
            return problems.answer(HttpStatus.BAD_REQUEST, "invalid_request", e.publicText());
        }
    }

    private JudgeQuery judging(Held held, TrqpQuery query, Instant now) {
        Instant at = query.time().orElse(now);
        return new JudgeQuery(held.forRulingsAt(at, now, holdings.confirmedAt(held)), query, at, now);
    }

    private Optional<Held> find(TrqpQuery query) {
        return holdings.all().stream()
                .filter(held -> held.chain().hasEntered() && held.entente().id().equals(query.authority()))
                .findFirst();
    }
}
