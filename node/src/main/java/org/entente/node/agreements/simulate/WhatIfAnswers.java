package org.entente.node.agreements.simulate;

import java.time.InstantSource;
import org.entente.node.web.Problems;
import org.entente.protocols.ProtocolError;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What programs are answered that try something. */
@Component
public class WhatIfAnswers {
    private final SimulateEntente simulateEntente;
    private final Problems problems;
    private final InstantSource clock;

    WhatIfAnswers(SimulateEntente simulateEntente, Problems problems, InstantSource clock) {
        this.simulateEntente = simulateEntente;
        this.problems = problems;
        this.clock = clock;
    }

    /** The effects, or what of the question cannot be tried. */
    public ResponseEntity<ObjectNode> answer(Subject subject, WhatIf query) {
        if (!query.errors().isEmpty()) {
            return invalid("not understood: " + query.errors().all().getFirst().field());
        }
        try {
            ObjectNode body =
                    simulateEntente.simulate(subject, query, clock.instant()).toJson();
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
        } catch (ProtocolError e) {
            return invalid(e.publicText());
        }
    }

    private ResponseEntity<ObjectNode> invalid(String detail) {
        return problems.answer(HttpStatus.BAD_REQUEST, "invalid_request", detail);
    }
}
