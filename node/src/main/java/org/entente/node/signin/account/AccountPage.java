package org.entente.node.signin.account;

import java.time.InstantSource;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.people.People;
import org.entente.node.people.Person;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.notice.TellPerson;
import org.entente.node.signin.passkey.Passkeys;
import org.entente.node.signin.session.OpenSession;
import org.entente.node.signin.session.Sessions;
import org.entente.node.signin.ways.Accounts;
import org.entente.node.web.Pages;
import org.entente.node.web.SignInRequired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's own sign-in: ways in, and where one is signed in. */
@Controller
class AccountPage {
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final SessionHandles handles;
    private final People people;
    private final TellPerson tellPerson;
    private final Pages pages;
    private final InstantSource clock;

    AccountPage(
            Accounts accounts,
            Passkeys passkeys,
            Sessions sessions,
            SessionHandles handles,
            People people,
            TellPerson tellPerson,
            Pages pages,
            InstantSource clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.handles = handles;
        this.people = people;
        this.tellPerson = tellPerson;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/account")
    ModelAndView account(Language language, SignedIn signedIn, Actor actor) {
        Person person = people.person(signedIn.person()).orElseThrow(SignInRequired::new);
        var places = sessions.of(person.id(), clock.instant()).stream()
                .map(session -> place(language, session, signedIn))
                .toList();
        boolean officer = people.actor(person) instanceof Actor.Officer;
        return pages.page(
                "signin/account",
                new AccountView(
                        person.email().value(),
                        passkeys.of(person.id()),
                        accounts.waysIn(person.id()),
                        places,
                        officer && !(actor instanceof Actor.Officer)));
    }

    private AccountView.Place place(Language language, OpenSession session, SignedIn signedIn) {
        return new AccountView.Place(
                handles.of(session.id()),
                tellPerson.describe(language, session.family()),
                session.startedAt(),
                session.lastSeenAt(),
                session.id().equals(signedIn.session()));
    }
}
