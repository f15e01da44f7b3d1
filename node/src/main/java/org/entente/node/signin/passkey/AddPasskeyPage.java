package org.entente.node.signin.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.notice.TellPerson;
import org.entente.node.signin.session.Means;
import org.entente.node.signin.session.RecentSignIn;
import org.entente.node.signin.session.ReturnPath;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** Adds a passkey to one's account. */
@Controller
class AddPasskeyPage {
    private static final String PATH = "/account/passkeys/add";
    private static final ReturnPath ACCOUNT = new ReturnPath("/account");

    private final AskPasskey askPasskey;
    private final AddPasskey addPasskey;
    private final RecentSignIn recentSignIn;
    private final TellPerson tellPerson;
    private final Pages pages;
    private final InstantSource clock;

    AddPasskeyPage(
            AskPasskey askPasskey,
            AddPasskey addPasskey,
            RecentSignIn recentSignIn,
            TellPerson tellPerson,
            Pages pages,
            InstantSource clock) {
        this.askPasskey = askPasskey;
        this.addPasskey = addPasskey;
        this.recentSignIn = recentSignIn;
        this.tellPerson = tellPerson;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}" + PATH)
    ModelAndView form(
            Language language,
            SignedIn signedIn,
            Visitor visitor,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!recentSignIn.holds(signedIn, clock.instant())) {
            return recentSignIn.demand(language, PATH, next, request, response);
        }
        String proposed = tellPerson.describe(language, visitor.family());
        return pages.page("signin/add-passkey", page(language, signedIn, proposed, next, FormErrors.none()));
    }

    @PostMapping("/{language}" + PATH + "/question")
    ResponseEntity<ObjectNode> question(Language language, SignedIn signedIn, Visitor visitor) {
        return askPasskey.makeOne(signedIn, language, visitor.network(), clock.instant());
    }

    @PostMapping("/{language}" + PATH)
    ModelAndView add(
            Language language,
            SignedIn signedIn,
            Visitor visitor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Instant now = clock.instant();
        if (!recentSignIn.holds(signedIn, now)) {
            return recentSignIn.demand(language, PATH, next, request, response);
        }
        Optional<PasskeyName> read = PasskeyName.parse(name);
        if (read.isEmpty()) {
            String key = name.isBlank() ? "signin.passkey.name.missing" : "signin.passkey.name.malformed";
            return again(language, signedIn, name, next, FormErrors.of("name", key, PasskeyName.MAX_LENGTH));
        }
        if (answer.isEmpty()) {
            return again(language, signedIn, name, next, FormErrors.of("passkey", "signin.passkey.no-script"));
        }
        return switch (addPasskey.add(signedIn, read.get(), answer, visitor.family(), now)) {
            case AddPasskeyOutcome.Added _ ->
                pages.redirect(URI.create(returnPath(next).in(language)));
            case AddPasskeyOutcome.Refused _ ->
                again(language, signedIn, name, next, FormErrors.of("passkey", "signin.passkey.not-taken"));
            case AddPasskeyOutcome.Late _ ->
                again(language, signedIn, name, next, FormErrors.of("passkey", "signin.passkey.late"));
            case AddPasskeyOutcome.Full _ ->
                again(
                        language,
                        signedIn,
                        name,
                        next,
                        FormErrors.of("passkey", "signin.passkey.full", Passkeys.MAX_OF_A_PERSON));
        };
    }

    private ModelAndView again(Language language, SignedIn signedIn, String name, String next, FormErrors errors) {
        return pages.invalid("signin/add-passkey", page(language, signedIn, name, next, errors));
    }

    private static AddPasskeyForm page(
            Language language, SignedIn signedIn, String name, String next, FormErrors errors) {
        boolean afterRecovery = signedIn.means() == Means.RECOVERY_CODE;
        return new AddPasskeyForm(name, returnPath(next).in(language), afterRecovery, errors);
    }

    private static ReturnPath returnPath(String next) {
        return next.isEmpty() ? ACCOUNT : ReturnPath.of(next);
    }
}
