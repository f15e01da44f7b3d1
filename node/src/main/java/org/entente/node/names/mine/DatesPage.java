package org.entente.node.names.mine;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.entente.names.record.PartialDate;
import org.entente.names.record.Validity;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.names.Bearer;
import org.entente.node.names.file.Change;
import org.entente.node.names.file.ChangeNames;
import org.entente.node.names.file.NameFiles;
import org.entente.node.names.file.RecordedName;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.entente.node.web.WebSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A bearer says since when they bear a name and, of a former one, until when: by year, month or day, or not at all. Nothing is
 * concluded from the day on which a name was recorded or put away.
 */
@Controller
class DatesPage {
    private static final String TEMPLATE = "names/dates";

    private final NameFiles files;
    private final ChangeNames change;
    private final WebSettings settings;
    private final Pages pages;
    private final InstantSource clock;

    DatesPage(NameFiles files, ChangeNames change, WebSettings settings, Pages pages, InstantSource clock) {
        this.files = files;
        this.change = change;
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/names/{id}/dates")
    ModelAndView dates(Actor actor, @PathVariable UUID id) {
        RecordedName name = find(actor, id);
        Validity said = name.entry().validity();
        return pages.page(
                TEMPLATE, new DatesView(name, written(said.since()), written(said.until()), FormErrors.none()));
    }

    @PostMapping("/{language}/names/{id}/dates")
    ModelAndView say(
            Language language,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until) {
        RecordedName name = find(actor, id);
        String end = name.isFormer() ? until : "";
        FormErrors errors = check(since, end);
        if (!errors.isEmpty()) {
            return pages.invalid(TEMPLATE, new DatesView(name, since, end, errors));
        }
        Validity said = new Validity(PartialDate.read(since), PartialDate.read(end));
        boolean found = change.change(
                Bearer.of(actor),
                Change.DATES,
                file -> file.find(id)
                        .map(one -> one.with(one.entry().with(one.isFormer() ? said : said.borne())))
                        .map(file::with),
                clock.instant());
        if (!found) {
            throw new NotFound();
        }
        return pages.redirect(language, "/names/" + id);
    }

    private FormErrors check(String since, String until) {
        FormErrors errors = check(check(FormErrors.none(), "since", since), "until", until);
        if (!errors.isEmpty() || since.isBlank() || until.isBlank()) {
            return errors;
        }
        LocalDate first = PartialDate.read(since).orElseThrow().first();
        return PartialDate.read(until).orElseThrow().last().isBefore(first)
                ? errors.with("until", "names.dates.order")
                : errors;
    }

    private FormErrors check(FormErrors errors, String field, String written) {
        if (written.isBlank()) {
            return errors;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return PartialDate.read(written)
                .map(date -> date.first().isAfter(today) ? errors.with(field, "names.dates.future") : errors)
                .orElseGet(() -> errors.with(field, "names.dates.none"));
    }

    private RecordedName find(Actor actor, UUID id) {
        return files.latest(Bearer.of(actor)).file().find(id).orElseThrow(NotFound::new);
    }

    private static String written(Optional<PartialDate> date) {
        return date.map(PartialDate::value).orElse("");
    }
}
