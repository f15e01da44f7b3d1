package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Which addresses of this node a link can open. Many take forms only: the page with such a form stands above them, as
 * {@code /fr/account} stands above {@code /fr/account/places/end}.
 */
@Component
public final class Openings {
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    private record Route(PathPattern pattern, boolean opens) {}

    Openings(ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    /**
     * Where a link leads that means the page of a request.
     *
     * @return the request's own path where a link can open it, or where nothing is at all; otherwise the nearest above that
     *     a link can open
     */
    public String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        return isOpened(request) || opens(path).orElse(true) ? path : above(path);
    }

    /** Most pages are answers to a link: nothing has to be looked up for them. */
    private static boolean isOpened(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) != null;
    }

    private String above(String path) {
        return Stream.iterate(path, address -> !address.isEmpty(), Openings::parent)
                .filter(address -> opens(address).orElse(false))
                .findFirst()
                .orElse(path);
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** Whether the route that fits a path best answers a link; empty when none fits. */
    private Optional<Boolean> opens(String path) {
        List<Route> fitting = fitting(path);
        return fitting.stream()
                .map(Route::pattern)
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(best -> fitting.stream().anyMatch(route -> route.opens() && isAsSpecific(route.pattern(), best)));
    }

    private static boolean isAsSpecific(PathPattern one, PathPattern other) {
        return PathPattern.SPECIFICITY_COMPARATOR.compare(one, other) == 0;
    }

    private List<Route> fitting(String path) {
        PathContainer address;
        try {
            address = PathContainer.parsePath(path);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
        return handlers.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(Openings::routes)
                .filter(route -> route.pattern().matches(address))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        boolean opens = methods.isEmpty() || methods.contains(RequestMethod.GET);
        var patterns = info.getPathPatternsCondition();
        return patterns == null
                ? Stream.empty()
                : patterns.getPatterns().stream().map(pattern -> new Route(pattern, opens));
    }
}
