package org.entente.node.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.SessionCookie;
import org.entente.node.web.problem.ErrorWriter;
import org.entente.node.web.problem.Failure;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site makes a browser send: a changing method on a page, or with our session, is taken only when
 * the browser says that it comes from here ({@code Sec-Fetch-Site}, W3C Fetch Metadata; {@code Origin}, RFC 6454 §7).
 * With a session and neither header there is no proof, and it is refused too.
 */
@Component
@Order(GuardOrder.ORIGIN)
final class CrossSiteRefusal extends OncePerRequestFilter {
    private static final Pattern PAGE = Pattern.compile("/(fr|en)(/.*)?");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
    private static final Failure REFUSED =
            new Failure(HttpStatus.FORBIDDEN, "cross_site", "the request was sent by another site");

    private final String origin;
    private final SessionCookie cookie;
    private final ErrorWriter errors;

    CrossSiteRefusal(NodeIdentity identity, SessionCookie cookie, ErrorWriter errors) {
        this.origin = identity.origin().toString();
        this.cookie = cookie;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || isAcceptable(request)) {
            chain.doFilter(request, response);
        } else {
            errors.write(REFUSED, request, response);
        }
    }

    private boolean isAcceptable(HttpServletRequest request) {
        boolean session = cookie.of(request).isPresent();
        boolean page = PAGE.matcher(request.getRequestURI()).matches();
        if (!session && !page) {
            return true;
        }
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        @Nullable String from = request.getHeader(HttpHeaders.ORIGIN);
        if (site != null) {
            return FROM_HERE.contains(site);
        }
        return from == null ? !session : from.equals(origin);
    }
}
