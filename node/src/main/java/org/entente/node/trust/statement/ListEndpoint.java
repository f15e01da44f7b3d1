package org.entente.node.trust.statement;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
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
    private final Frontier frontier;
    private final URI address;
    private final InstantSource clock;

    ListEndpoint(PublishStatement publishStatement, Frontier frontier, NodeIdentity node, InstantSource clock) {
        this.publishStatement = publishStatement;
        this.frontier = frontier;
        this.address = URI.create(node.origin() + PATH);
        this.clock = clock;
    }

    @GetMapping(PATH)
    ResponseEntity<?> list(@RequestParam Map<String, String> parameters) {
        if (!parameters.isEmpty()) {
            return OAuthErrors.answer(HttpStatus.BAD_REQUEST, "unsupported_parameter", "no filter is supported here");
        }
        ArrayNode list = Json.newArray();
        publishStatement.subordinates().forEach(entity -> list.add(entity.toString()));
        byte[] body = Json.bytes(list);
        frontier.published(address, MediaType.APPLICATION_JSON_VALUE, body, clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}
