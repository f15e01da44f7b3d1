package org.entente.node.signin.authorization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.entente.node.people.People;
import org.entente.node.signin.ConsentOutcome;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.client.Wallets;
import org.entente.node.web.SignInRequired;
import org.springframework.stereotype.Component;

/** Puts together what the question's pages show. */
@Component
class ConsentViews {
    private final Wallets wallets;
    private final People people;
    private final SigninSettings.Authorization settings;

    ConsentViews(Wallets wallets, People people, SigninSettings settings) {
        this.wallets = wallets;
        this.people = people;
        this.settings = settings.authorization();
    }

    /** Who asks, where the answer goes, and who answers. */
    ConsentView of(AuthorizationRequests.Pending request, Instant now) {
        return of(request, List.of(), now);
    }

    /** Who asks, where the answer goes, who answers, and for what. */
    ConsentView of(AuthorizationRequests.Pending request, List<ConsentOutcome.Item> items, Instant now) {
        return new ConsentView(
                request.id(),
                answering(request),
                wallets.name(request.clientId()).orElse(""),
                request.redirectUri(),
                items,
                LocalDate.ofInstant(now.plus(settings.lifetime()), ZoneOffset.UTC));
    }

    private String answering(AuthorizationRequests.Pending request) {
        return request.person()
                .flatMap(people::person)
                .orElseThrow(SignInRequired::new)
                .email()
                .value();
    }
}
