package org.entente.node.agreements.api;

import org.entente.node.agreements.held.Deed;
import org.entente.node.agreements.held.Deeds;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists who did what about an entente for this government, the newest first. Our own API. */
@RestController
class DeedsEndpoint {
    private static final int MAX_LISTED = 200;

    private final Holdings holdings;
    private final Deeds deeds;

    DeedsEndpoint(Holdings holdings, Deeds deeds) {
        this.holdings = holdings;
        this.deeds = deeds;
    }

    @GetMapping("/api/ententes/{name}/deeds")
    ResponseEntity<ObjectNode> list(
            AccessToken token,
            @PathVariable String name,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        token.require("agreements.read");
        if (limit < 1 || limit > MAX_LISTED) {
            throw new ProtocolError("invalid_request", "limit is between 1 and " + MAX_LISTED);
        }
        if (holdings.find(name).isEmpty()) {
            throw new NotFound();
        }
        ObjectNode answer = Json.newObject();
        ArrayNode list = answer.putArray("deeds");
        deeds.of(name, before, limit).forEach(deed -> list.add(write(deed)));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private static ObjectNode write(Deed deed) {
        ObjectNode json = Json.newObject()
                .put("number", deed.number())
                .put("kind", deed.kind().code())
                .put("subject", deed.subject())
                .put("officer", deed.by().officer());
        deed.by().asked().ifPresent(asked -> json.put("asked_by", asked));
        return json.put("at", deed.at().toString());
    }
}
