package org.entente.node.agreements.drafting;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.agreements.accede.AccessionOutcome;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.agreements.decide.Decided;
import org.entente.node.agreements.decide.Decisions;
import org.entente.node.agreements.desk.Trouble;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** Writes the instrument by which this government joins an entente of others; two officers ask them with it. */
@Controller
class InstrumentPage {
    private static final String ADDRESS = "https?://[a-zA-Z0-9._:-]{1,255}/ententes/[a-z0-9][a-z0-9-]{0,62}";

    private final DecideByTwo decideByTwo;
    private final Decisions decisions;
    private final NodeIdentity node;
    private final Pages pages;
    private final InstantSource clock;

    InstrumentPage(DecideByTwo decideByTwo, Decisions decisions, NodeIdentity node, Pages pages, InstantSource clock) {
        this.decideByTwo = decideByTwo;
        this.decisions = decisions;
        this.node = node;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/accession")
    ModelAndView ask(Actor.Officer officer) {
        return page(officer, begun(), FormErrors.none(), Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/{language}/accession")
    ModelAndView request(Actor.Officer officer, Language language, @RequestParam Map<String, String> form) {
        ObjectNode statement = Json.newObject();
        FormErrors errors = FieldReader.write(statement, Fields.PARTY, form);
        String address = form.getOrDefault("address", "").strip();
        if (!address.matches(ADDRESS)) {
            errors = errors.with("address", "agreements.accession.error.address");
        }
        if (!errors.isEmpty()) {
            return page(officer, form, errors, Optional.empty(), HttpStatus.BAD_REQUEST);
        }
        if (statement.path("approval").isEmpty()) {
            statement.remove("approval");
        }
        try {
            var decided = decideByTwo.join(
                    URI.create(address), statement, Optional.empty(), Officers.of(officer), clock.instant());
            return after(officer, language, form, decided);
        } catch (ProtocolError e) {
            return page(officer, form, FormErrors.none(), Optional.of("invalid"), HttpStatus.CONFLICT);
        }
    }

    /** Does what another officer has written. */
    @PostMapping("/{language}/accession/{id}/confirmation")
    ModelAndView confirm(Actor.Officer officer, Language language, @PathVariable UUID id) {
        return decideByTwo
                .join(id, Officers.of(officer), clock.instant())
                .map(decided -> after(officer, language, begun(), decided))
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/{language}/accession/{id}/removal")
    ModelAndView takeBack(Actor.Officer officer, Language language, @PathVariable UUID id) {
        decideByTwo.takeBack(id, Officers.of(officer), clock.instant());
        return pages.redirect(language, "/accession");
    }

    private ModelAndView after(
            Actor.Officer officer, Language language, Map<String, String> form, Decided<AccessionOutcome> decided) {
        return switch (decided) {
            case Decided.Asked<AccessionOutcome>() -> pages.redirect(language, "/accession");
            case Decided.Performed<AccessionOutcome>(AccessionOutcome.Requested(var entente)) ->
                pages.redirect(language, "/ententes/" + entente.name() + "/desk");
            case Decided.SameOfficer<AccessionOutcome> ignored ->
                page(officer, form, FormErrors.none(), Optional.of("same-officer"), HttpStatus.CONFLICT);
            case Decided.Performed<AccessionOutcome> ignored ->
                page(officer, form, FormErrors.none(), Trouble.of(decided, Trouble::of), HttpStatus.CONFLICT);
        };
    }

    /** Our organisations, each waiting for what it issues. */
    private Map<String, String> begun() {
        Map<String, String> form = new HashMap<>();
        int row = 0;
        for (Organisation organisation : node.organisations()) {
            row++;
            form.put("issuers-" + row + "-organisation", organisation.id());
        }
        form.put("issuers-rows", String.valueOf(Math.max(1, row)));
        form.put("approval-rows", "3");
        return form;
    }

    private ModelAndView page(
            Actor.Officer officer,
            Map<String, String> form,
            FormErrors errors,
            Optional<String> trouble,
            HttpStatus status) {
        var none = new KeptDraft(new UUID(0, 0), 0, Json.newObject(), Optional.empty(), Instant.EPOCH);
        var waiting = InstrumentView.waiting(decisions.waiting(clock.instant()), officer);
        return pages.page("agreements/accession", InstrumentView.of(none, form, waiting, errors, trouble), status);
    }
}
