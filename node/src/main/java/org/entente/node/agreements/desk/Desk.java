package org.entente.node.agreements.desk;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.decide.Decision;
import org.entente.node.agreements.decide.Decisions;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Shortfalls;
import org.entente.node.agreements.upkeep.JudgeUpkeep;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.trust.Trust;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.entente.protocols.jose.Jwks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers with an officer's page about one entente: as it is, or with why what was tried has not been done. */
@Component
class Desk {
    private final Holdings holdings;
    private final Decisions decisions;
    private final Trust trust;
    private final JudgeUpkeep judgeUpkeep;
    private final Shortfalls shortfalls;
    private final NodeIdentity node;
    private final Pages pages;
    private final InstantSource clock;

    Desk(
            Holdings holdings,
            Decisions decisions,
            Trust trust,
            JudgeUpkeep judgeUpkeep,
            Shortfalls shortfalls,
            NodeIdentity node,
            Pages pages,
            InstantSource clock) {
        this.holdings = holdings;
        this.decisions = decisions;
        this.trust = trust;
        this.judgeUpkeep = judgeUpkeep;
        this.shortfalls = shortfalls;
        this.node = node;
        this.pages = pages;
        this.clock = clock;
    }

    ModelAndView show(Actor.Officer officer, String name) {
        return page(officer, name, Optional.empty(), HttpStatus.OK);
    }

    /** After something was tried: the page anew, or why it was not done. */
    ModelAndView after(Actor.Officer officer, Language language, String name, Optional<String> trouble) {
        return trouble.isEmpty()
                ? pages.redirect(language, "/ententes/" + name + "/desk")
                : page(officer, name, trouble, HttpStatus.CONFLICT);
    }

    /** The entente of this name. */
    Held held(String name) {
        return holdings.find(name).orElseThrow(NotFound::new);
    }

    WithdrawalView withdrawal(Actor.Officer officer, String name) {
        Entente text = held(name).entente();
        return new WithdrawalView(
                text, Word.about(Decision.withdraw(text), decisions.waiting(clock.instant()), officer));
    }

    private Map<URI, Jwks> contradicting(Held held, Instant now) {
        Map<URI, Jwks> known = new HashMap<>();
        held.chain().parties().stream()
                .filter(party -> held.contradicted().contains(party.key()))
                .forEach(party -> trust.contradicting(party.entity(), party.keys(), Instant.EPOCH, now)
                        .ifPresent(keys -> known.put(party.entity(), keys)));
        return known;
    }

    private ModelAndView page(Actor.Officer officer, String name, Optional<String> trouble, HttpStatus status) {
        Instant now = clock.instant();
        Held held = held(name);
        Optional<UpkeepView> upkeep = judgeUpkeep
                .upkeep(held, now)
                .map(seen -> UpkeepView.of(held, seen, shortfalls.of(name, UpkeepView.MAX_SHOWN), now));
        var reader =
                new DeskView.Reader(node.entityId(), officer, decisions.waiting(now), contradicting(held, now), upkeep);
        var view = DeskView.of(held, reader, trouble, now);
        return pages.page("agreements/desk", view, status);
    }
}
