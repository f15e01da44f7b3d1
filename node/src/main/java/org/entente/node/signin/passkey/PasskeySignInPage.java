package org.entente.node.signin.passkey;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** Takes the passkey of somebody who signs in. */
@Controller
class PasskeySignInPage {
    private final AskPasskey askPasskey;
    private final SignInWithPasskey signInWithPasskey;
    private final SessionCookies cookies;
    private final Chooser chooser;
    private final Pages pages;
    private final InstantSource clock;

    PasskeySignInPage(
            AskPasskey askPasskey,
            SignInWithPasskey signInWithPasskey,
            SessionCookies cookies,
            Chooser chooser,
            Pages pages,
            InstantSource clock) {
        this.askPasskey = askPasskey;
        this.signInWithPasskey = signInWithPasskey;
        this.cookies = cookies;
        this.chooser = chooser;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/{language}/sign-in/passkey/question")
    ResponseEntity<ObjectNode> question(Language language, BrowserSession session, Visitor visitor) {
        return askPasskey.whoIsThere(session.id(), visitor.network(), clock.instant());
    }

    @PostMapping("/{language}/sign-in/passkey")
    ModelAndView signIn(
            Language language,
            BrowserSession session,
            Visitor visitor,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String next,
            HttpServletResponse response) {
        ReturnPath returnPath = ReturnPath.of(next);
        if (answer.isEmpty()) {
            return again(language, returnPath, "signin.passkey.no-script", HttpStatus.BAD_REQUEST);
        }
        Instant now = clock.instant();
        var from = new SignInWithPasskey.From(visitor, language);
        return switch (signInWithPasskey.signIn(session.id(), answer, from, now)) {
            case SignInWithPasskeyOutcome.SignedIn(Admission admission) -> {
                cookies.admit(response, admission);
                yield pages.redirect(URI.create(returnPath.in(language)));
            }
            case SignInWithPasskeyOutcome.Refused _ ->
                again(language, returnPath, "signin.passkey.refused", HttpStatus.BAD_REQUEST);
            case SignInWithPasskeyOutcome.Suspended _ ->
                again(language, returnPath, "signin.passkey.suspended", HttpStatus.BAD_REQUEST);
            case SignInWithPasskeyOutcome.Late _ ->
                again(language, returnPath, "signin.passkey.late", HttpStatus.BAD_REQUEST);
            case SignInWithPasskeyOutcome.TooMany _ ->
                again(language, returnPath, "signin.passkey.too-many", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private ModelAndView again(Language language, ReturnPath next, String key, HttpStatus status) {
        return chooser.again(language, next, "", FormErrors.of("passkey", key), status);
    }
}
