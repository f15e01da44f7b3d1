package org.entente.node.web;

import java.nio.charset.StandardCharsets;
import org.entente.node.kernel.Secrets;
import org.springframework.stereotype.Component;

/** The node's theme as a style sheet of custom properties. */
@Component
final class ThemeSheet {
    private final String css;
    private final String version;

    ThemeSheet(WebSettings settings) {
        WebSettings.Theme theme = settings.theme();
        css = ":root{--accent:%s}@media (prefers-color-scheme:dark){:root{--accent:%s}}"
                .formatted(theme.accent(), theme.accentDark());
        version = Secrets.base64url(Secrets.sha256(css.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 12);
    }

    String css() {
        return css;
    }

    /** The hash of the content, so that a browser may keep it for ever. */
    String version() {
        return version;
    }

    String address() {
        return "/theme/" + version + ".css";
    }
}
