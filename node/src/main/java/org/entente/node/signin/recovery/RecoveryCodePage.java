package org.entente.node.signin.recovery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.session.RecentSignIn;
import org.entente.node.signin.ways.Accounts;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes a recovery code for printing. It is shown in the answer to the form and never again. */
@Controller
class RecoveryCodePage {
    private static final String PATH = "/account/recovery-code";
    private static final String TEMPLATE = "signin/recovery-code";

    private final RecoveryCodes codes;
    private final Accounts accounts;
    private final RecentSignIn recentSignIn;
    private final NodeIdentity node;
    private final Pages pages;
    private final InstantSource clock;

    RecoveryCodePage(
            RecoveryCodes codes,
            Accounts accounts,
            RecentSignIn recentSignIn,
            NodeIdentity node,
            Pages pages,
            InstantSource clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.recentSignIn = recentSignIn;
        this.node = node;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}" + PATH)
    ModelAndView about(Language language, SignedIn signedIn) {
        Instant now = clock.instant();
        if (!recentSignIn.holds(signedIn, now)) {
            return recentSignIn.demand(language, PATH);
        }
        Optional<Instant> since = accounts.waysIn(signedIn.person()).recoveryCodeSince();
        return pages.page(
                TEMPLATE, new RecoveryCodeView(since, "", now, node.origin().toString()));
    }

    @PostMapping("/{language}" + PATH)
    ModelAndView make(Language language, SignedIn signedIn, Visitor visitor) {
        Instant now = clock.instant();
        if (!recentSignIn.holds(signedIn, now)) {
            return recentSignIn.demand(language, PATH);
        }
        RecoveryCode code = codes.make(signedIn, visitor.family(), now);
        return pages.page(
                TEMPLATE,
                new RecoveryCodeView(
                        Optional.of(now), code.printed(), now, node.origin().toString()));
    }
}
