package org.entente.node.signin.code;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.signin.BrowserSession;
import org.entente.node.signin.limit.Limits;
import org.entente.node.signin.session.SessionCookies;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes the code. */
@Controller
class SignInCodePage {
    private static final String TEMPLATE = "signin/code";

    private final RedeemCode redeemCode;
    private final SignInCodes codes;
    private final SessionCookies cookies;
    private final Pages pages;
    private final InstantSource clock;

    SignInCodePage(RedeemCode redeemCode, SignInCodes codes, SessionCookies cookies, Pages pages, InstantSource clock) {
        this.redeemCode = redeemCode;
        this.codes = codes;
        this.cookies = cookies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/sign-in/code")
    ModelAndView form(Language language, BrowserSession session) {
        return page(language, session, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/{language}/sign-in/code")
    ModelAndView enter(
            Language language,
            BrowserSession session,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest http,
            HttpServletResponse response) {
        Instant now = clock.instant();
        String digits = code.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{6}")) {
            return page(language, session, FormErrors.of("code", "signin.code.malformed"), HttpStatus.BAD_REQUEST);
        }
        String network = Limits.network(http.getRemoteAddr());
        return switch (redeemCode.redeem(session.id(), digits, language, network, now)) {
            case RedeemCodeOutcome.SignedIn signedIn -> {
                cookies.set(response, signedIn.token());
                yield pages.redirect(URI.create(signedIn.returnPath().in(language)));
            }
            case RedeemCodeOutcome.Wrong wrong -> {
                var errors = FormErrors.of("code", "signin.code.wrong", wrong.attemptsLeft());
                yield page(language, session, errors, HttpStatus.BAD_REQUEST);
            }
            case RedeemCodeOutcome.Gone gone -> startAgain(language, "signin.code.gone", HttpStatus.BAD_REQUEST);
            case RedeemCodeOutcome.TooMany tooMany ->
                startAgain(language, "signin.email.too-many", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private ModelAndView page(Language language, BrowserSession session, FormErrors errors, HttpStatus status) {
        Optional<SignInCodes.Pending> pending = codes.pending(session.id(), clock.instant());
        if (pending.isEmpty()) {
            return errors.isEmpty()
                    ? pages.redirect(language, "/sign-in")
                    : startAgain(language, "signin.code.gone", HttpStatus.BAD_REQUEST);
        }
        var form = new CodeForm(
                pending.get().email().value(),
                pending.get().returnPath().in(language),
                SignInCodes.LIFETIME.toMinutes(),
                errors);
        return pages.page(TEMPLATE, form, status);
    }

    private ModelAndView startAgain(Language language, String key, HttpStatus status) {
        var form = new SignInForm("", ReturnPath.FRONT.in(language), FormErrors.of("email", key));
        return pages.page("signin/sign-in", form, status);
    }
}
