package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.entente.node.kernel.Language;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.SigninSettings;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What could lock somebody out, or let somebody else in for good, is done only soon after signing in: whoever finds a
 * device that was left open is asked to prove who they are first.
 */
@Component
public class RecentSignIn {
    private final SigninSettings.Session settings;
    private final KeptReturns returns;
    private final Pages pages;

    RecentSignIn(SigninSettings settings, KeptReturns returns, Pages pages) {
        this.settings = settings.session();
        this.returns = returns;
        this.pages = pages;
    }

    /** Whether it was a moment ago. */
    public boolean holds(SignedIn signedIn, Instant now) {
        return signedIn.isRecent(settings.recent(), now);
    }

    /**
     * Leads to proving it once more, and from there on.
     *
     * @param path of a page of ours, without the language
     */
    public ModelAndView demand(Language language, String path) {
        return redirect(language, "/" + language.code() + path);
    }

    /**
     * The same for a page that leads on to another.
     *
     * @param onward where it leads on to, as its own {@code next} has it; may be empty
     */
    public ModelAndView demand(
            Language language, String path, String onward, HttpServletRequest request, HttpServletResponse response) {
        String page = "/" + language.code() + path;
        return onward.isEmpty()
                ? redirect(language, page)
                : redirect(language, returns.keep(page, "next=" + encoded(onward), request, response));
    }

    private ModelAndView redirect(Language language, String next) {
        return pages.redirect(language, "/account/confirm?next=" + encoded(next));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
