package org.entente.node.signin.account;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.kernel.Language;
import org.entente.node.people.People;
import org.entente.node.people.Person;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.session.RecentSignIn;
import org.entente.node.signin.ways.Accounts;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.entente.node.web.SignInRequired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Turns codes by mail off and on. */
@Controller
class MailCodesPage {
    private static final String PATH = "/account/mail-codes";

    private final LetMailCodes letMailCodes;
    private final Accounts accounts;
    private final People people;
    private final RecentSignIn recentSignIn;
    private final Pages pages;
    private final InstantSource clock;

    MailCodesPage(
            LetMailCodes letMailCodes,
            Accounts accounts,
            People people,
            RecentSignIn recentSignIn,
            Pages pages,
            InstantSource clock) {
        this.letMailCodes = letMailCodes;
        this.accounts = accounts;
        this.people = people;
        this.recentSignIn = recentSignIn;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}" + PATH)
    ModelAndView about(Language language, SignedIn signedIn) {
        if (!recentSignIn.holds(signedIn, clock.instant())) {
            return recentSignIn.demand(language, PATH);
        }
        return page(signedIn, FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/{language}" + PATH)
    ModelAndView change(Language language, SignedIn signedIn, Visitor visitor, @RequestParam boolean let) {
        Instant now = clock.instant();
        if (!recentSignIn.holds(signedIn, now)) {
            return recentSignIn.demand(language, PATH);
        }
        return letMailCodes.change(signedIn, let, visitor.family(), now)
                ? pages.redirect(language, "/account")
                : page(signedIn, FormErrors.of("let", "signin.mail-codes.needed"), HttpStatus.CONFLICT);
    }

    private ModelAndView page(SignedIn signedIn, FormErrors errors, HttpStatus status) {
        Person person = people.person(signedIn.person()).orElseThrow(SignInRequired::new);
        var view = new MailCodesView(person.email().value(), accounts.waysIn(person.id()), errors);
        return pages.page("signin/mail-codes", view, status);
    }
}
