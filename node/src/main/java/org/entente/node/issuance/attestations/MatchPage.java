package org.entente.node.issuance.attestations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.MatchOutcome;
import org.entente.node.registers.MatchPerson;
import org.entente.node.registers.Register;
import org.entente.node.registers.Registers;
import org.entente.node.web.CallerNetwork;
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

/** Finds a person's record in a register by what the person knows of it. */
@Controller
class MatchPage {
    private static final String TEMPLATE = "issuance/match";

    private final Registers registers;
    private final MatchPerson matchPerson;
    private final Pages pages;
    private final InstantSource clock;

    MatchPage(Registers registers, MatchPerson matchPerson, Pages pages, InstantSource clock) {
        this.registers = registers;
        this.matchPerson = matchPerson;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/attestations/match/{register}")
    ModelAndView form(
            Language language, Actor actor, @PathVariable String register, @RequestParam Optional<UUID> authorization) {
        PersonId person = Resident.of(actor);
        Register asked = registers.register(register).orElseThrow(NotFound::new);
        MatchForm empty = MatchForm.empty(asked, authorization);
        return registers.recordOf(person, register).isPresent()
                ? pages.redirect(language, empty.next())
                : pages.page(TEMPLATE, empty);
    }

    @PostMapping("/{language}/attestations/match/{register}")
    ModelAndView match(
            Language language,
            Actor actor,
            @PathVariable String register,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(name = "birth-date", defaultValue = "") String birthDate,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Optional<UUID> authorization,
            HttpServletRequest http) {
        PersonId person = Resident.of(actor);
        Register asked = registers.register(register).orElseThrow(NotFound::new);
        MatchForm form = new MatchForm(asked, number, birthDate, code, authorization, FormErrors.none());
        FormErrors malformed = form.check();
        if (!malformed.isEmpty()) {
            return pages.invalid(TEMPLATE, form.with(malformed));
        }
        Instant now = clock.instant();
        return switch (matchPerson.match(person, form.proof(), CallerNetwork.of(http), now)) {
            case MatchOutcome.Matched _, MatchOutcome.AlreadyMatched _ -> pages.redirect(language, form.next());
            case MatchOutcome.NoSuchRecord _ -> again(form, HttpStatus.BAD_REQUEST, "issuance.match.none");
            case MatchOutcome.HeldByAnother _ -> again(form, HttpStatus.CONFLICT, "issuance.match.held");
            case MatchOutcome.TooManyAttempts(Instant until) ->
                again(
                        form,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "issuance.match.too-many",
                        now.until(until, ChronoUnit.MINUTES) + 1);
        };
    }

    private ModelAndView again(MatchForm form, HttpStatus status, String key, Object... arguments) {
        return pages.page(TEMPLATE, form.with(FormErrors.of("number", key, arguments)), status);
    }
}
