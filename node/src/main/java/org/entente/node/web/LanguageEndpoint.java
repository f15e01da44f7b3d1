package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads from the bare address to the front page in the language that the browser prefers (RFC 9110 §12.5.4). */
@Controller
class LanguageEndpoint {
    @GetMapping("/")
    ResponseEntity<Void> frontPage(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/" + RequestLanguage.of(request).code()))
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
