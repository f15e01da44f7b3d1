package org.entente.node.agreements.trqp;

import java.time.Instant;
import java.util.List;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.json.Json;

/** The reader of queries by TRQP. */
public final class TrqpParsers {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private TrqpParsers() {}

    public static List<Parser> all() {
        return List.of(Parser.ofObject(
                "trqp-query",
                json -> {
                    TrqpQuery.parse(json).answer("authorized", true, "yes", NOW);
                    return "";
                },
                Json.object("""
                        {"entity_id": "https://quebec.example/o/etat-civil",
                         "authority_id": "https://quebec.example/ententes/quebec-british-columbia",
                         "action": "issue", "resource": "urn:x:1",
                         "context": {"time": "2026-11-22T10:00:00Z", "purpose": "arrival"}}""")));
    }
}
