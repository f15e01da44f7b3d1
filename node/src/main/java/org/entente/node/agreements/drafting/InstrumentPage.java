package org.entente.node.agreements.drafting;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.agreements.accede.AccessionOutcome;
import org.entente.node.agreements.accede.RequestAccession;
import org.entente.node.agreements.desk.Trouble;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** Writes the instrument by which this government joins an entente of others, and asks them with it. */
@Controller
class InstrumentPage {
    private static final String ADDRESS = "https?://[a-zA-Z0-9._:-]{1,255}/ententes/[a-z0-9][a-z0-9-]{0,62}";

    private final RequestAccession requestAccession;
    private final NodeIdentity node;
    private final Pages pages;
    private final InstantSource clock;

    InstrumentPage(RequestAccession requestAccession, NodeIdentity node, Pages pages, InstantSource clock) {
        this.requestAccession = requestAccession;
        this.node = node;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/accession")
    ModelAndView ask(Actor.Officer officer) {
        return page(begun(), FormErrors.none(), Optional.empty(), HttpStatus.OK);
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
            return page(form, errors, Optional.empty(), HttpStatus.BAD_REQUEST);
        }
        if (statement.path("approval").isEmpty()) {
            statement.remove("approval");
        }
        try {
            AccessionOutcome outcome = requestAccession.request(URI.create(address), statement, clock.instant());
            return outcome instanceof AccessionOutcome.Requested(var entente)
                    ? pages.redirect(language, "/ententes/" + entente.name() + "/desk")
                    : page(form, FormErrors.none(), Trouble.of(outcome), HttpStatus.CONFLICT);
        } catch (ProtocolError e) {
            return page(form, FormErrors.none(), Optional.of("invalid"), HttpStatus.CONFLICT);
        }
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
            Map<String, String> form, FormErrors errors, Optional<String> trouble, HttpStatus status) {
        var none = new KeptDraft(new UUID(0, 0), 0, Json.newObject(), Optional.empty(), Instant.EPOCH);
        return pages.page("agreements/accession", InstrumentView.of(none, form, errors, trouble), status);
    }
}
