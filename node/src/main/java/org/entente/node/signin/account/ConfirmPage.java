package org.entente.node.signin.account;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.InstantSource;
import org.entente.node.kernel.Language;
import org.entente.node.people.People;
import org.entente.node.people.Person;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.passkey.AskPasskey;
import org.entente.node.signin.passkey.SignInWithPasskey;
import org.entente.node.signin.passkey.SignInWithPasskeyOutcome;
import org.entente.node.signin.session.Admission;
import org.entente.node.signin.session.ReturnPath;
import org.entente.node.signin.session.SessionCookies;
import org.entente.node.signin.ways.Accounts;
import org.entente.node.signin.ways.WaysIn;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.entente.node.web.SignInRequired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** Asks somebody who signed in a while ago to prove it once more. A code goes the way of any other code. */
@Controller
class ConfirmPage {
    private final AskPasskey askPasskey;
    private final SignInWithPasskey signInWithPasskey;
    private final Accounts accounts;
    private final People people;
    private final SessionCookies cookies;
    private final Pages pages;
    private final InstantSource clock;

    ConfirmPage(
            AskPasskey askPasskey,
            SignInWithPasskey signInWithPasskey,
            Accounts accounts,
            People people,
            SessionCookies cookies,
            Pages pages,
            InstantSource clock) {
        this.askPasskey = askPasskey;
        this.signInWithPasskey = signInWithPasskey;
        this.accounts = accounts;
        this.people = people;
        this.cookies = cookies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/account/confirm")
    ModelAndView form(Language language, SignedIn signedIn, @RequestParam(defaultValue = "") String next) {
        return page(language, signedIn, ReturnPath.of(next), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/{language}/account/confirm/question")
    ResponseEntity<ObjectNode> question(Language language, SignedIn signedIn, Visitor visitor) {
        return askPasskey.isItYou(signedIn, visitor.network(), clock.instant());
    }

    @PostMapping("/{language}/account/confirm")
    ModelAndView confirm(
            Language language,
            SignedIn signedIn,
            Visitor visitor,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String next,
            HttpServletResponse response) {
        ReturnPath to = ReturnPath.of(next);
        if (answer.isEmpty()) {
            return again(language, signedIn, to, "signin.passkey.no-script", HttpStatus.BAD_REQUEST);
        }
        var from = new SignInWithPasskey.From(visitor, language);
        return switch (signInWithPasskey.confirm(signedIn, answer, from, clock.instant())) {
            case SignInWithPasskeyOutcome.SignedIn(Admission admission) -> {
                cookies.admit(response, admission);
                yield pages.redirect(URI.create(to.in(language)));
            }
            case SignInWithPasskeyOutcome.Refused _ ->
                again(language, signedIn, to, "signin.passkey.refused", HttpStatus.BAD_REQUEST);
            case SignInWithPasskeyOutcome.Suspended _ ->
                again(language, signedIn, to, "signin.passkey.suspended", HttpStatus.BAD_REQUEST);
            case SignInWithPasskeyOutcome.Late _ ->
                again(language, signedIn, to, "signin.passkey.late", HttpStatus.BAD_REQUEST);
            case SignInWithPasskeyOutcome.TooMany _ ->
                again(language, signedIn, to, "signin.passkey.too-many", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private ModelAndView again(Language language, SignedIn signedIn, ReturnPath next, String key, HttpStatus status) {
        return page(language, signedIn, next, FormErrors.of("passkey", key), status);
    }

    private ModelAndView page(
            Language language, SignedIn signedIn, ReturnPath next, FormErrors errors, HttpStatus status) {
        Person person = people.person(signedIn.person()).orElseThrow(SignInRequired::new);
        WaysIn ways = accounts.waysIn(person.id());
        var view = new ConfirmView(
                person.email().value(), next.in(language), ways.passkeys() > 0, ways.mailCodes(), errors);
        return pages.page("signin/confirm", view, status);
    }
}
