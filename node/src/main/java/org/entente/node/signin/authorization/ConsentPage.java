package org.entente.node.signin.authorization;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.ConsentOutcome;
import org.entente.node.signin.SignedIn;
import org.entente.node.web.ContentPolicy;
import org.entente.node.web.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks a person whether a wallet may have what it asked for: who asks, who is asked, where the answer goes, each claim, for how long. Yes
 * and no are the same size, and nothing is remembered for the next time (RFC 6749 §10.2).
 */
@Controller
class ConsentPage {
    private static final String ROUTE = "/{language:fr|en}/authorize/{id}";

    private final AuthorizationRequests requests;
    private final Permissions permissions;
    private final AnswerRequest answerRequest;
    private final ConsentViews views;
    private final ContentPolicy policy;
    private final Pages pages;
    private final InstantSource clock;

    ConsentPage(
            AuthorizationRequests requests,
            Permissions permissions,
            AnswerRequest answerRequest,
            ConsentViews views,
            ContentPolicy policy,
            Pages pages,
            InstantSource clock) {
        this.requests = requests;
        this.permissions = permissions;
        this.answerRequest = answerRequest;
        this.views = views;
        this.policy = policy;
        this.pages = pages;
        this.clock = clock;
    }

    /** The page's address, without the language. */
    static String path(UUID request) {
        return "/authorize/" + request;
    }

    @GetMapping(ROUTE)
    ModelAndView ask(Language language, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        PersonId person = Permitting.required(actor);
        Instant now = clock.instant();
        Optional<AuthorizationRequests.Pending> claimed = requests.claim(id, person, now);
        if (claimed.isEmpty()) {
            return pages.redirect(language, UnopenedPage.PATH);
        }
        AuthorizationRequests.Pending request = claimed.get();
        policy.formsMayLeadTo(request.redirectUri(), response);
        var permission = permissions.named(request.permission());
        return switch (permission.consent(person, id, request.asked(), now)) {
            case ConsentOutcome.First(String path) -> pages.redirect(language, path);
            case ConsentOutcome.Impossible(var why, var next) -> {
                ConsentView asked = views.of(request, now);
                var view = new ConsentView.Impossible(id, asked.email(), asked.called(), why, next);
                yield pages.page("signin/impossible", view, HttpStatus.CONFLICT);
            }
            case ConsentOutcome.Question(var items) -> pages.page("signin/consent", views.of(request, items, now));
        };
    }

    @PostMapping(ROUTE)
    ModelAndView answer(
            Language language,
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            HttpServletResponse response) {
        Instant now = clock.instant();
        AnswerOutcome outcome = switch (answer) {
            case "allow" -> answerRequest.allow(id, signedIn, now);
            case "deny" -> answerRequest.deny(id, signedIn.person(), now);
            default -> new AnswerOutcome.NotYet();
        };
        return switch (outcome) {
            case AnswerOutcome.Answered(var redirect) -> {
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
                yield pages.redirect(redirect);
            }
            case AnswerOutcome.NotYet _ -> pages.redirect(language, path(id));
            case AnswerOutcome.Gone _ -> pages.redirect(language, UnopenedPage.PATH);
        };
    }
}
