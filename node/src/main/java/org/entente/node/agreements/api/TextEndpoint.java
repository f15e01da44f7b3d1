package org.entente.node.agreements.api;

import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Shows a text of an entente: in force, superseded or on the table. Our own API. */
@RestController
class TextEndpoint {
    private final Holdings holdings;

    TextEndpoint(Holdings holdings) {
        this.holdings = holdings;
    }

    @GetMapping("/api/ententes/{name}/texts/{hash}")
    ResponseEntity<ObjectNode> text(AccessToken token, @PathVariable String name, @PathVariable String hash) {
        token.require("agreements.read");
        return holdings.find(name)
                .flatMap(held -> held.text(hash))
                .map(Entente::json)
                .map(json ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json))
                .orElseThrow(NotFound::new);
    }
}
