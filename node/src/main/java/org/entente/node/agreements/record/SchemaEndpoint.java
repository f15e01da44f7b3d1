package org.entente.node.agreements.record;

import org.entente.node.agreements.document.EntenteSchema;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the schema of documents (JSON Schema 2020-12). */
@RestController
class SchemaEndpoint {
    @GetMapping(path = "/ententes/schema/1", produces = "application/schema+json")
    byte[] schema() {
        return EntenteSchema.load();
    }
}
