package org.entente.node.agreements.desk;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.entente.node.kernel.Actor;
import org.entente.node.web.FormErrors;
import org.entente.node.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Meets another government, whose messages are believed from then on; officers compare its keys by another way. */
@Controller
class PartnerPage {
    private static final String PATH = "/{language}/partners";
    private static final String ADDRESS = "https?://[a-zA-Z0-9.-]{1,255}(:[0-9]{1,5})?";

    private final MeetParties meetParties;
    private final Pages pages;
    private final InstantSource clock;

    PartnerPage(MeetParties meetParties, Pages pages, InstantSource clock) {
        this.meetParties = meetParties;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView ask(Actor.Officer officer) {
        return pages.page("agreements/partner", new PartnerView("", Optional.empty(), FormErrors.none()));
    }

    @PostMapping(PATH)
    ModelAndView meet(Actor.Officer officer, @RequestParam(defaultValue = "") String address) {
        String origin = address.strip().replaceAll("/+$", "");
        if (!origin.matches(ADDRESS)) {
            return refused(address, "agreements.partner.error.address", HttpStatus.BAD_REQUEST);
        }
        return switch (meetParties.meet(List.of(URI.create(origin)), clock.instant())) {
            case Meeting.Met(var facts) ->
                pages.page(
                        "agreements/partner",
                        new PartnerView(origin, facts.values().stream().findFirst(), FormErrors.none()));
            case Meeting.Absent ignored -> refused(address, "agreements.partner.error.absent", HttpStatus.CONFLICT);
            case Meeting.Differs ignored -> refused(address, "agreements.partner.error.absent", HttpStatus.CONFLICT);
        };
    }

    private ModelAndView refused(String address, String messageKey, HttpStatus status) {
        FormErrors errors = FormErrors.of("address", messageKey);
        return pages.page("agreements/partner", new PartnerView(address, Optional.empty(), errors), status);
    }
}
