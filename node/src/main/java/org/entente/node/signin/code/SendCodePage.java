package org.entente.node.signin.code;

import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.people.EmailAddress;
import org.entente.node.signin.BrowserSession;
import org.entente.node.signin.chooser.Chooser;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.session.ReturnPath;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes the address to which a code is to be sent. */
@Controller
class SendCodePage {
    private final RequestCode requestCode;
    private final Chooser chooser;
    private final Pages pages;
    private final InstantSource clock;

    SendCodePage(RequestCode requestCode, Chooser chooser, Pages pages, InstantSource clock) {
        this.requestCode = requestCode;
        this.chooser = chooser;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/{language}/sign-in")
    ModelAndView send(
            Language language,
            BrowserSession session,
            Visitor visitor,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String next) {
        ReturnPath returnPath = ReturnPath.of(next);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            String key = email.isBlank() ? "signin.email.missing" : "signin.email.malformed";
            return chooser.again(language, returnPath, email, FormErrors.of("email", key), HttpStatus.BAD_REQUEST);
        }
        var pending = new SignInCodes.Pending(address.get(), returnPath);
        return switch (requestCode.request(session.id(), pending, language, visitor, clock.instant())) {
            case RequestCodeOutcome.Sent _ ->
                pages.redirect(language, "/sign-in/code" + ReturnPath.query(returnPath.in(language)));
            case RequestCodeOutcome.TooMany _ ->
                chooser.again(
                        language,
                        returnPath,
                        email,
                        FormErrors.of("email", "signin.email.too-many"),
                        HttpStatus.TOO_MANY_REQUESTS);
            case RequestCodeOutcome.NotSent _ ->
                chooser.again(
                        language,
                        returnPath,
                        email,
                        FormErrors.of("email", "signin.email.not-sent"),
                        HttpStatus.SERVICE_UNAVAILABLE);
        };
    }
}
