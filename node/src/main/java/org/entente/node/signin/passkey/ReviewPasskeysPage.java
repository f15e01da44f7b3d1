package org.entente.node.signin.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entente.node.kernel.Language;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.session.Means;
import org.entente.node.signin.session.RecentSignIn;
import org.entente.node.signin.session.ReturnPath;
import org.entente.node.signin.ways.Accounts;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The passkeys that an account had before it was recovered: confirms each, or removes it. */
@Controller
class ReviewPasskeysPage {
    private static final String PATH = "/account/passkeys/review";
    private static final ReturnPath ACCOUNT = new ReturnPath("/account");

    private final Passkeys passkeys;
    private final ConfirmPasskey confirmPasskey;
    private final RemovePasskey removePasskey;
    private final Accounts accounts;
    private final RecentSignIn recentSignIn;
    private final Pages pages;
    private final InstantSource clock;

    ReviewPasskeysPage(
            Passkeys passkeys,
            ConfirmPasskey confirmPasskey,
            RemovePasskey removePasskey,
            Accounts accounts,
            RecentSignIn recentSignIn,
            Pages pages,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.confirmPasskey = confirmPasskey;
        this.removePasskey = removePasskey;
        this.accounts = accounts;
        this.recentSignIn = recentSignIn;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}" + PATH)
    ModelAndView review(
            Language language,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!recentSignIn.holds(signedIn, clock.instant())) {
            return recentSignIn.demand(language, PATH, next, request, response);
        }
        String to = (next.isEmpty() ? ACCOUNT : ReturnPath.of(next)).in(language);
        boolean afterRecovery = signedIn.means() == Means.RECOVERY_CODE;
        String onward = afterRecovery ? "/" + language.code() + "/account/passkeys/add?next=" + encoded(to) : to;
        List<Passkey> suspended = suspended(signedIn);
        if (suspended.isEmpty()) {
            return pages.redirect(URI.create(onward));
        }
        boolean mailCodes = accounts.waysIn(signedIn.person()).mailCodes();
        return pages.page(
                "signin/review-passkeys", new ReviewPasskeysView(suspended, afterRecovery, mailCodes, to, onward));
    }

    /** An answer for a passkey that is not suspended, or not there, in another window perhaps, changes nothing. */
    @PostMapping("/{language}" + PATH)
    ModelAndView answer(
            Language language,
            SignedIn signedIn,
            Visitor visitor,
            @RequestParam(defaultValue = "") String passkey,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Instant now = clock.instant();
        if (!recentSignIn.holds(signedIn, now)) {
            return recentSignIn.demand(language, PATH, next, request, response);
        }
        suspended(signedIn).stream()
                .filter(each -> each.id().toString().equals(passkey))
                .forEach(each -> {
                    switch (answer) {
                        case "confirm" -> confirmPasskey.confirm(signedIn, each.id(), visitor.family(), now);
                        case "remove" -> removePasskey.remove(signedIn, each.id(), visitor.family(), now);
                        default -> {}
                    }
                });
        String onward = next.isEmpty() ? "" : ReturnPath.of(next).in(language);
        return pages.redirect(language, PATH + "?next=" + encoded(onward));
    }

    private List<Passkey> suspended(SignedIn signedIn) {
        return passkeys.of(signedIn.person()).stream()
                .filter(Passkey::suspended)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
