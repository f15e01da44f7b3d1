package org.entente.node.signin.session;

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
    private final Pages pages;

    RecentSignIn(SigninSettings settings, Pages pages) {
        this.settings = settings.session();
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
        String next = URLEncoder.encode("/" + language.code() + path, StandardCharsets.UTF_8);
        return pages.redirect(language, "/account/confirm?next=" + next);
    }
}
