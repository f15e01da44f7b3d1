package org.entente.node.journal;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the latest signed checkpoint. C2SP tlog-tiles, checkpoints. */
@RestController
class CheckpointEndpoint {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Journal journal;

    CheckpointEndpoint(Journal journal) {
        this.journal = journal;
    }

    @GetMapping("/journal/checkpoint")
    ResponseEntity<String> checkpoint() {
        return journal.checkpoint()
                .map(note -> ResponseEntity.ok()
                        .contentType(TEXT)
                        .cacheControl(CacheControl.noCache())
                        .body(note))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
