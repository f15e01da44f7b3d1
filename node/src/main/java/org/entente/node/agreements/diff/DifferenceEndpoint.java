package org.entente.node.agreements.diff;

import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The same as JSON. Our own API. */
@RestController
class DifferenceEndpoint {
    private final Versions versions;

    DifferenceEndpoint(Versions versions) {
        this.versions = versions;
    }

    @GetMapping("/api/ententes/{name}/changes")
    ResponseEntity<ObjectNode> changes(
            AccessToken token,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        token.require("agreements.read");
        ObjectNode body = versions.between(versions.of(name, true), from, to)
                .map(Difference::toJson)
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
