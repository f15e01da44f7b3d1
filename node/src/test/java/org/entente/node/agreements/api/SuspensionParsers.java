package org.entente.node.agreements.api;

import java.util.List;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.json.Json;

/** The reader of what a script says of a suspension. */
public final class SuspensionParsers {
    private SuspensionParsers() {}

    public static List<Parser> all() {
        return List.of(Parser.ofObject(
                "suspension-request",
                json -> {
                    SuspensionRequest.parse(json, "CA-QC");
                    return "";
                },
                Json.object("{\"party\":\"CA-BC\",\"direction\":\"both\",\"cause\":\"other\"}"),
                Json.object(
                        "{\"issuers\":[\"https://quebec.example/o/etat-civil\"],\"credential_types\":[\"urn:x:1\"]}")));
    }
}
