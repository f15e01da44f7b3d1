package org.entente.node.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the node's theme under the hash of its content. */
@Controller
class ThemeEndpoint {
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final ThemeSheet theme;

    ThemeEndpoint(ThemeSheet theme) {
        this.theme = theme;
    }

    @GetMapping("/theme/{version}.css")
    ResponseEntity<String> sheet(@PathVariable String version) {
        if (!version.equals(theme.version())) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .contentType(CSS)
                .body(theme.css());
    }
}
