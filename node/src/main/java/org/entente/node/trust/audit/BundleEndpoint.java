package org.entente.node.trust.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.Days;
import org.entente.node.signin.AccessToken;
import org.entente.node.trust.statement.PublishStatement;
import org.entente.protocols.ProtocolError;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The bundle for an auditor. It shows how often what happened at this node, so it is not for everyone. */
@RestController
class BundleEndpoint {
    /** What a client needs to read it. */
    static final String SCOPE = "audit";

    private final Frontier frontier;
    private final PublishStatement publishStatement;
    private final InstantSource clock;

    BundleEndpoint(Frontier frontier, PublishStatement publishStatement, InstantSource clock) {
        this.frontier = frontier;
        this.publishStatement = publishStatement;
        this.clock = clock;
    }

    @GetMapping("/api/audit/bundle")
    void bundle(
            AccessToken token,
            @RequestParam(name = "since", defaultValue = "") String since,
            HttpServletResponse response)
            throws IOException {
        token.require(SCOPE);
        Optional<LocalDate> first = since.isEmpty() ? Optional.empty() : Optional.of(day(since));
        Instant now = clock.instant();
        String configuration = publishStatement.ofNode(now);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        if (!frontier.writeBundle(configuration, first, response.getOutputStream(), now)) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        }
    }

    private static LocalDate day(String since) {
        return Days.parse(since)
                .orElseThrow(() -> new ProtocolError("invalid_request", "since is a day, like 2026-11-22"));
    }
}
