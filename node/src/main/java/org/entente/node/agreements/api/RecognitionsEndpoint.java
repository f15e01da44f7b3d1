package org.entente.node.agreements.api;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.page.Recognitions;
import org.entente.node.agreements.page.Recognitions.Government;
import org.entente.node.agreements.page.Recognitions.Line;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who accepts what from whom under an entente: what its page draws. Our own API. */
@RestController
class RecognitionsEndpoint {
    private final Holdings holdings;
    private final InstantSource clock;

    RecognitionsEndpoint(Holdings holdings, InstantSource clock) {
        this.holdings = holdings;
        this.clock = clock;
    }

    @GetMapping("/api/ententes/{name}/recognitions")
    ObjectNode show(AccessToken token, @PathVariable String name) {
        token.require("agreements.read");
        Held held = holdings.find(name).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        Recognitions recognitions = Recognitions.of(held, holdings.confirmedAt(held), now);
        ObjectNode json =
                Json.newObject().put("document_hash", held.entente().hash()).put("at", now.toString());
        ArrayNode governments = json.putArray("governments");
        recognitions.governments().forEach(one -> governments.add(government(one)));
        ArrayNode lines = json.putArray("recognitions");
        recognitions.lines().forEach(line -> lines.add(line(recognitions, line)));
        return json;
    }

    private static ObjectNode government(Government government) {
        ObjectNode json = Json.newObject()
                .put("key", government.key())
                .put("entity", government.entity().toString());
        json.putObject("name")
                .put("fr", government.name().fr())
                .put("en", government.name().en());
        return json;
    }

    private static ObjectNode line(Recognitions recognitions, Line line) {
        return Json.newObject()
                .put("from", recognitions.governments().get(line.from()).key())
                .put("to", recognitions.governments().get(line.to()).key())
                .put("credential_type", line.credentialType())
                .put("clause", line.clause())
                .put("state", line.state().code());
    }
}
