package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Spring's own finding of handlers, but for one thing: a pattern whose fixed beginning or end an address has not is passed
 * over before it is tried. Otherwise each address with a variable in it costs a trial of every pattern of the house.
 */
final class PatternShapes extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, Shape> shapes = new ConcurrentHashMap<>();

    /** What is fixed of a pattern before its first and after its last variable or wildcard. */
    private record Shape(String beginning, String end) {
        private static final String VARIABLE = ".*[}*?]";

        static Shape of(Set<String> patterns) {
            if (patterns.size() != 1) {
                return new Shape("", "");
            }
            String pattern = patterns.iterator().next();
            return new Shape(pattern.replaceFirst("[{*?].*", ""), pattern.replaceFirst(VARIABLE, ""));
        }

        boolean fits(String path) {
            return path.startsWith(beginning) && path.endsWith(end);
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        // As patterns are written: without the path under which a proxy or container puts the whole node.
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Shape shape = shapes.computeIfAbsent(info, added -> Shape.of(added.getPatternValues()));
        return shape.fits(path) || isWrittenOtherwise(path) ? super.getMatchingMapping(info, request) : null;
    }

    /** Whether an address may mean another one than its characters say: by escapes, or by parameters of a segment. */
    private static boolean isWrittenOtherwise(String path) {
        return path.indexOf('%') >= 0 || path.indexOf(';') >= 0;
    }
}
