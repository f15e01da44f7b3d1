package org.entente.node.signin.passkey;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Language;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.session.RecentSignIn;
import org.entente.node.signin.ways.Accounts;
import org.entente.node.signin.ways.WaysIn;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One of one's passkeys: gives it another name, or removes it. */
@Controller
class PasskeyPage {
    private static final String PATH = "/account/passkeys/";

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final RemovePasskey removePasskey;
    private final RecentSignIn recentSignIn;
    private final Pages pages;
    private final InstantSource clock;

    PasskeyPage(
            Passkeys passkeys,
            Accounts accounts,
            RemovePasskey removePasskey,
            RecentSignIn recentSignIn,
            Pages pages,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.removePasskey = removePasskey;
        this.recentSignIn = recentSignIn;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}" + PATH + "{id}")
    ModelAndView passkey(Language language, SignedIn signedIn, @PathVariable String id) {
        Passkey passkey = find(signedIn, id);
        return page(signedIn, passkey, passkey.name().value(), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/{language}" + PATH + "{id}/name")
    ModelAndView rename(
            Language language,
            SignedIn signedIn,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name) {
        Passkey passkey = find(signedIn, id);
        Optional<PasskeyName> read = PasskeyName.parse(name);
        if (read.isEmpty()) {
            String key = name.isBlank() ? "signin.passkey.name.missing" : "signin.passkey.name.malformed";
            FormErrors errors = FormErrors.of("name", key, PasskeyName.MAX_LENGTH);
            return page(signedIn, passkey, name, errors, HttpStatus.BAD_REQUEST);
        }
        passkeys.rename(signedIn.person(), passkey.id(), read.get());
        return pages.redirect(language, "/account");
    }

    @PostMapping("/{language}" + PATH + "{id}/remove")
    ModelAndView remove(Language language, SignedIn signedIn, Visitor visitor, @PathVariable String id) {
        Passkey passkey = find(signedIn, id);
        Instant now = clock.instant();
        if (!recentSignIn.holds(signedIn, now)) {
            return recentSignIn.demand(language, PATH + passkey.id());
        }
        if (!removePasskey.remove(signedIn, passkey.id(), visitor.family(), now)) {
            FormErrors errors = FormErrors.of("remove", "signin.passkey.remove.last");
            return page(signedIn, passkey, passkey.name().value(), errors, HttpStatus.CONFLICT);
        }
        return pages.redirect(language, "/account");
    }

    private ModelAndView page(SignedIn signedIn, Passkey passkey, String name, FormErrors errors, HttpStatus status) {
        WaysIn ways = accounts.waysIn(signedIn.person());
        boolean removable = passkey.suspended() ? ways.mayRemoveSuspendedPasskey() : ways.mayRemovePasskey();
        return pages.page("signin/passkey", new PasskeyView(passkey, name, removable, errors), status);
    }

    private Passkey find(SignedIn signedIn, String id) {
        try {
            return passkeys.of(signedIn.person(), UUID.fromString(id)).orElseThrow(NotFound::new);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
