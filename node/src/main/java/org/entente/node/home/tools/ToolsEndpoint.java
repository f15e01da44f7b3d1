package org.entente.node.home.tools;

import java.nio.charset.StandardCharsets;
import org.entente.names.barrier.report.ReportJson;
import org.entente.names.inventory.ToolInventory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the inventory of tools, and the schema of reports on barriers (JSON Schema 2020-12). */
@RestController
class ToolsEndpoint {
    @GetMapping("/name-tools.json")
    ResponseEntity<byte[]> tools() {
        return json(ToolInventory.json());
    }

    @GetMapping("/name-barriers/schema/1")
    ResponseEntity<byte[]> schema() {
        return json(ReportJson.schema());
    }

    private static ResponseEntity<byte[]> json(String document) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(document.getBytes(StandardCharsets.UTF_8));
    }
}
