package org.entente.node.signin.recovery;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.people.EmailAddress;
import org.entente.node.signin.BrowserSession;
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

/** Takes a recovery code. */
@Controller
class RecoverySignInPage {
    private static final String TEMPLATE = "signin/recovery";

    private final RecoverAccount recoverAccount;
    private final SessionCookies cookies;
    private final Pages pages;
    private final InstantSource clock;

    RecoverySignInPage(RecoverAccount recoverAccount, SessionCookies cookies, Pages pages, InstantSource clock) {
        this.recoverAccount = recoverAccount;
        this.cookies = cookies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/sign-in/recovery")
    ModelAndView form(Language language, @RequestParam(defaultValue = "") String next) {
        return page("", ReturnPath.of(next).in(language), FormErrors.none(), HttpStatus.OK);
    }

    @PostMapping("/{language}/sign-in/recovery")
    ModelAndView recover(
            Language language,
            BrowserSession session,
            Visitor visitor,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletResponse response) {
        String returnPath = ReturnPath.of(next).in(language);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        Optional<RecoveryCode> read = RecoveryCode.parse(code);
        if (address.isEmpty() || read.isEmpty()) {
            FormErrors errors = malformed(email, address.isEmpty(), code, read.isEmpty());
            return page(email, returnPath, errors, HttpStatus.BAD_REQUEST);
        }
        var claim = new RecoverAccount.Claim(address.get(), read.get());
        return switch (recoverAccount.recover(session.id(), claim, visitor, language, clock.instant())) {
            case RecoverOutcome.SignedIn(Admission admission) -> {
                cookies.admit(response, admission);
                String encoded = URLEncoder.encode(returnPath, StandardCharsets.UTF_8);
                yield pages.redirect(language, "/account/passkeys/review?next=" + encoded);
            }
            case RecoverOutcome.Wrong _ ->
                page(email, returnPath, FormErrors.of("code", "signin.recovery.wrong"), HttpStatus.BAD_REQUEST);
            case RecoverOutcome.TooMany _ ->
                page(
                        email,
                        returnPath,
                        FormErrors.of("code", "signin.recovery.too-many"),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private static FormErrors malformed(String email, boolean noAddress, String code, boolean noCode) {
        FormErrors errors = FormErrors.none();
        if (noAddress) {
            errors = errors.with("email", email.isBlank() ? "signin.email.missing" : "signin.email.malformed");
        }
        if (noCode) {
            String key = code.isBlank() ? "signin.recovery.missing" : "signin.recovery.malformed";
            errors = errors.with("code", key, RecoveryCode.LENGTH);
        }
        return errors;
    }

    private ModelAndView page(String email, String next, FormErrors errors, HttpStatus status) {
        return pages.page(TEMPLATE, new RecoveryForm(email, next, errors), status);
    }
}
