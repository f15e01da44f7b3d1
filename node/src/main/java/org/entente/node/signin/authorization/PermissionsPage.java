package org.entente.node.signin.authorization;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.signin.client.Wallets;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows a person which wallets may renew what, and ends it on the person's word. */
@Controller
class PermissionsPage {
    private static final String ROUTE = "/{language:fr|en}/permissions";

    private final Authorizations authorizations;
    private final Permissions permissions;
    private final Wallets wallets;
    private final Pages pages;
    private final InstantSource clock;

    PermissionsPage(
            Authorizations authorizations, Permissions permissions, Wallets wallets, Pages pages, InstantSource clock) {
        this.authorizations = authorizations;
        this.permissions = permissions;
        this.wallets = wallets;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(ROUTE)
    ModelAndView show(Actor actor) {
        Instant now = clock.instant();
        List<StandingPermission> standing = authorizations.of(Permitting.required(actor), now).stream()
                .map(this::standing)
                .toList();
        return pages.page("signin/permissions", new PermissionsView(standing));
    }

    @PostMapping(ROUTE + "/{id}/withdraw")
    ModelAndView withdraw(Language language, Actor actor, @PathVariable UUID id) {
        authorizations.end(id, Permitting.required(actor));
        return pages.redirect(language, "/permissions");
    }

    private StandingPermission standing(Authorization authorization) {
        String receiver = Optional.ofNullable(authorization.redirectUri().getHost())
                .orElseGet(() -> authorization.redirectUri().getScheme());
        return new StandingPermission(
                authorization.id(),
                wallets.name(authorization.clientId()).orElse(receiver),
                receiver,
                permissions.named(authorization.permission()).describe(authorization.permitted()),
                authorization.allowedAt(),
                authorization.expiresAt());
    }
}
