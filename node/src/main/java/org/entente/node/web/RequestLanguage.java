package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** In which language a request is to be answered. */
public final class RequestLanguage {
    private static final int MAX_HEADER = 256;
    private static final List<Locale> OURS = List.of(Locale.FRENCH, Locale.ENGLISH);

    private RequestLanguage() {}

    /** The language that the address names in its first segment. */
    static Optional<Language> inAddress(HttpServletRequest request) {
        return inAddress(request.getRequestURI());
    }

    static Optional<Language> inAddress(String path) {
        int end = path.indexOf('/', 1);
        String first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        return Language.of(first);
    }

    /** The language in the address, otherwise what the browser prefers of ours (RFC 9110 §12.5.4), otherwise French. */
    public static Language of(HttpServletRequest request) {
        return inAddress(request).orElseGet(() -> preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** What the client prefers of ours, otherwise the given one: for programs, which often say nothing. */
    public static Language preferredOr(Language otherwise, HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return accepted == null ? otherwise : preferred(accepted);
    }

    private static Language preferred(@Nullable String accepted) {
        if (accepted == null || accepted.length() > MAX_HEADER) {
            return Language.FR;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), OURS);
            return best == null ? Language.FR : Language.of(best.getLanguage()).orElse(Language.FR);
        } catch (IllegalArgumentException malformed) {
            return Language.FR;
        }
    }
}
