package org.entente.node.trust.statement;

import java.util.Map;
import org.entente.node.web.OAuthErrors;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;

/** Lists the immediate subordinates. OpenID Federation 1.0 §8.2; its filters are not supported, and refused. */
@RestController
class ListEndpoint {
    static final String PATH = "/federation/list";

    private final PublishStatement publishStatement;

    ListEndpoint(PublishStatement publishStatement) {
        this.publishStatement = publishStatement;
    }

    @GetMapping(PATH)
    ResponseEntity<?> list(@RequestParam Map<String, String> parameters) {
        if (!parameters.isEmpty()) {
            return OAuthErrors.answer(HttpStatus.BAD_REQUEST, "unsupported_parameter", "no filter is supported here");
        }
        ArrayNode list = Json.newArray();
        publishStatement.subordinates().forEach(entity -> list.add(entity.toString()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(list);
    }
}
