package org.entente.node.verification.api;

import java.util.List;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.json.Json;

/** The reader of the body with which a presentation is started. */
public final class StartParsers {
    private StartParsers() {}

    /** @param node with the organisation {@code registrar} */
    public static List<Parser> all(NodeIdentity node) {
        return List.of(Parser.ofObject(
                "start-body",
                json -> {
                    StartBody.parse(json, node);
                    return "";
                },
                Json.object("""
                        {"organisation": "registrar", "purpose": "enrol", "purpose_text": {"fr": "S'inscrire", "en": "Enrol"},
                         "credential_type": "urn:entente:identity:1", "claims": [["name"], ["address", "locality"]],
                         "back": "https://quebec.example/back"}""")));
    }
}
