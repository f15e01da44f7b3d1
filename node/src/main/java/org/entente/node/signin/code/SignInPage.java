package org.entente.node.signin.code;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.people.EmailAddress;
import org.entente.node.signin.BrowserSession;
import org.entente.node.signin.limit.Limits;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks for the address to which a code is to be sent. */
@Controller
class SignInPage {
    private static final String TEMPLATE = "signin/sign-in";
    private static final String FIELD = "email";

    private final RequestCode requestCode;
    private final Pages pages;
    private final InstantSource clock;

    SignInPage(RequestCode requestCode, Pages pages, InstantSource clock) {
        this.requestCode = requestCode;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/sign-in")
    ModelAndView form(Language language, @RequestParam(defaultValue = "") String next) {
        return pages.page(TEMPLATE, new SignInForm("", ReturnPath.of(next).in(language), FormErrors.none()));
    }

    @PostMapping("/{language}/sign-in")
    ModelAndView send(
            Language language,
            BrowserSession session,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest http) {
        ReturnPath returnPath = ReturnPath.of(next);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            String key = email.isBlank() ? "signin.email.missing" : "signin.email.malformed";
            return again(email, returnPath.in(language), key, HttpStatus.BAD_REQUEST);
        }
        var pending = new SignInCodes.Pending(address.get(), returnPath);
        String network = Limits.network(http.getRemoteAddr());
        return switch (requestCode.request(session.id(), pending, language, network, clock.instant())) {
            case RequestCodeOutcome.Sent sent -> pages.redirect(language, "/sign-in/code");
            case RequestCodeOutcome.TooMany tooMany ->
                again(email, returnPath.in(language), "signin.email.too-many", HttpStatus.TOO_MANY_REQUESTS);
            case RequestCodeOutcome.NotSent notSent ->
                again(email, returnPath.in(language), "signin.email.not-sent", HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    private ModelAndView again(String email, String next, String key, HttpStatus status) {
        return pages.page(TEMPLATE, new SignInForm(email, next, FormErrors.of(FIELD, key)), status);
    }
}
