package org.entente.node.wallet;

import jakarta.servlet.http.HttpServletRequest;
import org.entente.node.web.RequestLanguage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The addresses that issuers and verifiers know this wallet by, in no language: leads to the page in the language that
 * the browser prefers (OID4VCI 1.0 §12.1.2 credential offer endpoint; OID4VP 1.0 §5 authorization endpoint; RFC 6749
 * §3.1.2 redirection endpoint).
 */
@Controller
class WalletLinkEndpoint {
    @GetMapping({"/wallet/offer", "/wallet/present", "/wallet/authorized"})
    ResponseEntity<Void> follow(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String page = "/" + RequestLanguage.of(request).code() + request.getRequestURI() + query;
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, page)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
