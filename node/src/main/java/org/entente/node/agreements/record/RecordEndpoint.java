package org.entente.node.agreements.record;

import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Publishes an entente in force at its own address. Our own format: {@link PublicRecord}. */
@RestController
class RecordEndpoint {
    private final Holdings holdings;

    RecordEndpoint(Holdings holdings) {
        this.holdings = holdings;
    }

    @GetMapping(path = "/ententes/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> record(@PathVariable String name) {
        return holdings.find(name)
                .filter(held -> held.chain().hasEntered())
                .map(held -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noCache())
                        .body(Json.bytes(PublicRecord.write(held))))
                .orElseThrow(NotFound::new);
    }
}
