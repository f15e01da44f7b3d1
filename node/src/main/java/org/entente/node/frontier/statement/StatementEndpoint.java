package org.entente.node.frontier.statement;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.entente.node.kernel.Days;
import org.entente.node.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the statement of a day, for everyone; of today it says what crossed so far. openapi/frontier.yaml. */
@RestController
class StatementEndpoint {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic();

    private final SignStatements signStatements;
    private final InstantSource clock;

    StatementEndpoint(SignStatements signStatements, InstantSource clock) {
        this.signStatements = signStatements;
        this.clock = clock;
    }

    @GetMapping("/api/frontier/statements/{day}")
    ResponseEntity<String> statement(@PathVariable("day") String day) {
        var now = clock.instant();
        LocalDate date = Days.parse(day).orElseThrow(NotFound::new);
        String statement = signStatements.of(date, now).orElseThrow(NotFound::new);
        boolean over = date.isBefore(SignStatements.dayOf(now));
        return ResponseEntity.ok()
                .cacheControl(over ? FOR_EVER : CacheControl.noCache())
                .header(HttpHeaders.CONTENT_TYPE, Statement.MEDIA_TYPE)
                .body(statement);
    }
}
