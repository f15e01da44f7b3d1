package org.entente.node.signin.code;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.signin.BrowserSession;
import org.entente.node.signin.chooser.Chooser;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.session.Admission;
import org.entente.node.signin.session.ReturnPath;
import org.entente.node.signin.session.SessionCookies;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes the code. Where the sign-in leads is kept with the code, and carried by the page too: a code that has expired, was
 * guessed too often or was never asked for here is asked for anew, and leads there all the same.
 */
@Controller
class SignInCodePage {
    private static final String TEMPLATE = "signin/code";

    private final RedeemCode redeemCode;
    private final SignInCodes codes;
    private final SessionCookies cookies;
    private final Chooser chooser;
    private final Pages pages;
    private final InstantSource clock;

    SignInCodePage(
            RedeemCode redeemCode,
            SignInCodes codes,
            SessionCookies cookies,
            Chooser chooser,
            Pages pages,
            InstantSource clock) {
        this.redeemCode = redeemCode;
        this.codes = codes;
        this.cookies = cookies;
        this.chooser = chooser;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/sign-in/code")
    ModelAndView form(Language language, BrowserSession session, @RequestParam(defaultValue = "") String next) {
        return codes.pending(session.id(), clock.instant())
                .map(pending -> page(language, pending, FormErrors.none(), HttpStatus.OK))
                .orElseGet(() -> pages.redirect(
                        language,
                        "/sign-in" + ReturnPath.query(ReturnPath.of(next).in(language))));
    }

    @PostMapping("/{language}/sign-in/code")
    ModelAndView enter(
            Language language,
            BrowserSession session,
            Visitor visitor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletResponse response) {
        ReturnPath to = ReturnPath.of(next);
        Instant now = clock.instant();
        Optional<SignInCode> typed = SignInCode.typed(code);
        if (typed.isEmpty()) {
            FormErrors malformed = FormErrors.of("code", "signin.code.malformed");
            return codes.pending(session.id(), now)
                    .map(pending -> page(language, pending, malformed, HttpStatus.BAD_REQUEST))
                    .orElseGet(() -> startAgain(language, to, "signin.code.gone", HttpStatus.BAD_REQUEST));
        }
        return switch (redeemCode.redeem(session.id(), typed.get(), language, visitor, now)) {
            case RedeemCodeOutcome.SignedIn(Admission admission, ReturnPath asked) -> {
                cookies.admit(response, admission);
                yield pages.redirect(URI.create(asked.in(language)));
            }
            case RedeemCodeOutcome.Wrong(int left, SignInCodes.Pending pending) -> {
                var errors = FormErrors.of("code", "signin.code.wrong", left);
                yield page(language, pending, errors, HttpStatus.BAD_REQUEST);
            }
            case RedeemCodeOutcome.Gone _ -> startAgain(language, to, "signin.code.gone", HttpStatus.BAD_REQUEST);
            case RedeemCodeOutcome.TooMany _ ->
                startAgain(language, to, "signin.email.too-many", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private ModelAndView page(Language language, SignInCodes.Pending pending, FormErrors errors, HttpStatus status) {
        var form = new CodeForm(
                pending.email().value(), pending.returnPath().in(language), SignInCodes.LIFETIME.toMinutes(), errors);
        return pages.page(TEMPLATE, form, status);
    }

    private ModelAndView startAgain(Language language, ReturnPath next, String key, HttpStatus status) {
        return chooser.again(language, next, "", FormErrors.of("email", key), status);
    }
}
