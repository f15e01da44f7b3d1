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
import org.entente.node.agreements.accede.RequestAccession.Reading;
import org.entente.node.agreements.conclude.Officers;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.agreements.decide.Decided;
import org.entente.node.agreements.decide.Decisions;
import org.entente.node.agreements.desk.Trouble;
import org.entente.node.agreements.document.Entente;
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

    private final RequestAccession requestAccession;
    private final DecideByTwo decideByTwo;
    private final Decisions decisions;
    private final NodeIdentity node;
    private final Pages pages;
    private final InstantSource clock;

    InstrumentPage(
            RequestAccession requestAccession,
            DecideByTwo decideByTwo,
            Decisions decisions,
            NodeIdentity node,
            Pages pages,
            InstantSource clock) {
        this.requestAccession = requestAccession;
        this.decideByTwo = decideByTwo;
        this.decisions = decisions;
        this.node = node;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/accession")
    ModelAndView ask(Actor.Officer officer) {
        return begin(officer, Map.of(), FormErrors.none(), Optional.empty(), HttpStatus.OK);
    }

    /** Where a link to the other language leads from a text, which stands at no address. */
    @GetMapping("/{language}/accession/text")
    ModelAndView readNothing(Actor.Officer officer, Language language) {
        return pages.redirect(language, "/accession");
    }

    /** Reads and verifies the entente of an address, and shows its text, which nobody joins unread. */
    @PostMapping("/{language}/accession/text")
    ModelAndView read(Actor.Officer officer, @RequestParam Map<String, String> form) {
        Map<String, String> begun = begun();
        begun.put("address", address(form));
        return text(officer, begun, FormErrors.none(), Optional.empty(), HttpStatus.OK);
    }

    /** Asks with an instrument, by the text that was shown. */
    @PostMapping("/{language}/accession")
    ModelAndView request(Actor.Officer officer, Language language, @RequestParam Map<String, String> form) {
        ObjectNode statement = Json.newObject();
        FormErrors errors = FieldReader.write(statement, Fields.PARTY, form);
        String document = form.getOrDefault("document", "");
        if (!errors.isEmpty() || document.isEmpty()) {
            return text(officer, form, errors, Optional.empty(), HttpStatus.BAD_REQUEST);
        }
        if (!address(form).matches(ADDRESS)) {
            return wrongAddress(officer, form);
        }
        if (statement.path("approval").isEmpty()) {
            statement.remove("approval");
        }
        try {
            var decided = decideByTwo.join(
                    URI.create(address(form)), statement, document, Officers.of(officer), clock.instant());
            return after(officer, language, form, decided);
        } catch (ProtocolError e) {
            return text(officer, form, FormErrors.none(), Optional.of("invalid"), HttpStatus.CONFLICT);
        }
    }

    /** Does what another officer has written, by the text that was shown. */
    @PostMapping("/{language}/accession/{id}/confirmation")
    ModelAndView confirm(
            Actor.Officer officer, Language language, @PathVariable UUID id, @RequestParam String document) {
        return decideByTwo
                .join(id, document, Officers.of(officer), clock.instant())
                .map(decided -> after(officer, language, Map.of(), decided))
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
                begin(officer, form, FormErrors.none(), Optional.of("same-officer"), HttpStatus.CONFLICT);
            case Decided.OtherWaits<AccessionOutcome> ignored ->
                begin(officer, form, FormErrors.none(), Trouble.of(decided, Trouble::of), HttpStatus.CONFLICT);
            case Decided.Performed<AccessionOutcome> ignored ->
                begin(officer, form, FormErrors.none(), Trouble.of(decided, Trouble::of), HttpStatus.CONFLICT);
        };
    }

    private static String address(Map<String, String> form) {
        return form.getOrDefault("address", "").strip();
    }

    private ModelAndView wrongAddress(Actor.Officer officer, Map<String, String> form) {
        var errors = FormErrors.of("address", "agreements.accession.error.address");
        return begin(officer, form, errors, Optional.empty(), HttpStatus.BAD_REQUEST);
    }

    /** The page with the text that stands at the address of a form now, or why none is shown. */
    private ModelAndView text(
            Actor.Officer officer,
            Map<String, String> form,
            FormErrors errors,
            Optional<String> trouble,
            HttpStatus status) {
        if (!address(form).matches(ADDRESS)) {
            return wrongAddress(officer, form);
        }
        return switch (requestAccession.read(URI.create(address(form)), Json.newObject(), clock.instant())) {
            case Reading.Failed(AccessionOutcome outcome) ->
                begin(officer, form, FormErrors.none(), Trouble.of(outcome), HttpStatus.CONFLICT);
            case Reading.Found found
            when isAnother(found.text(), form) ->
                begin(
                        officer,
                        form,
                        FormErrors.none(),
                        Trouble.of(new AccessionOutcome.OtherText()),
                        HttpStatus.CONFLICT);
            case Reading.Found found -> page(officer, form, errors, trouble, Optional.of(found), status);
        };
    }

    /** Whether the officer has read another text than stands there now. */
    private static boolean isAnother(Entente text, Map<String, String> form) {
        String read = form.getOrDefault("document", "");
        return !read.isEmpty() && !read.equals(text.hash());
    }

    private ModelAndView begin(
            Actor.Officer officer,
            Map<String, String> form,
            FormErrors errors,
            Optional<String> trouble,
            HttpStatus status) {
        return page(officer, form, errors, trouble, Optional.empty(), status);
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
            Optional<Reading.Found> read,
            HttpStatus status) {
        var none = new KeptDraft(new UUID(0, 0), 0, Json.newObject(), Optional.empty(), Instant.EPOCH);
        var waiting = InstrumentView.waiting(decisions.waiting(clock.instant()), officer);
        var view = InstrumentView.of(none, form, waiting, errors, trouble, read);
        return pages.page("agreements/accession", view, status);
    }
}
