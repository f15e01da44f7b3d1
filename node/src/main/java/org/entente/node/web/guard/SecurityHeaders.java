package org.entente.node.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.kernel.Role;
import org.entente.node.web.WebSettings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the security headers on every answer. */
@Component
@Order(GuardOrder.HEADERS)
final class SecurityHeaders extends OncePerRequestFilter {
    private static final String POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; "
            + "frame-ancestors 'none'; form-action 'self' %s";

    private final String policy;
    private final boolean remember;

    SecurityHeaders(NodeIdentity identity, WebSettings settings) {
        this.policy = POLICY.formatted(formTargets(identity, settings)).strip();
        this.remember = "https".equals(identity.origin().getScheme())
                && !Origins.isLoopbackName(identity.origin().getHost());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (remember) { // on loopback the name would be remembered for every port, also for those without https
            response.setHeader("Strict-Transport-Security", "max-age=63072000");
        }
        chain.doFilter(request, response);
    }

    /**
     * Where an answer to a form may lead besides here: browsers apply {@code form-action} to the redirect as well (CSP 3
     * §6.4.1). A government leads to the wallets that it names; a wallet leads back to whichever verifier asked.
     */
    private static String formTargets(NodeIdentity identity, WebSettings settings) {
        if (identity.role() == Role.WALLET) {
            boolean local = Origins.isLoopbackName(identity.origin().getHost());
            return local ? "https: http://*.localhost:*" : "https:";
        }
        return settings.wallets().stream()
                .flatMap(wallet -> Stream.of(wallet.offer(), wallet.present()))
                .map(address -> Origins.of(address).toString())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
