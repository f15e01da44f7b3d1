package org.entente.node.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.web.ContentPolicy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the security headers on every answer. */
@Component
@Order(GuardOrder.HEADERS)
final class SecurityHeaders extends OncePerRequestFilter {
    private final String policy;
    private final boolean remember;

    SecurityHeaders(NodeIdentity identity, ContentPolicy policy) {
        this.policy = policy.general();
        this.remember = "https".equals(identity.origin().getScheme())
                && !Origins.isLoopbackName(identity.origin().getHost());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(ContentPolicy.HEADER, policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (remember) { // on loopback the name would be remembered for every port, also for those without https
            response.setHeader("Strict-Transport-Security", "max-age=63072000");
        }
        chain.doFilter(request, response);
    }
}
