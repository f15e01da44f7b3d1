package org.entente.node.names.search;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.node.kernel.Actor;
import org.entente.node.names.Orthographies;
import org.entente.node.web.FormErrors;
import org.entente.node.web.NavigationEntry;
import org.entente.node.web.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An officer looks for a name. The answer comes with the form itself, so that no address holds what is looked for. */
@Controller
class SearchPage {
    private static final String TEMPLATE = "names/search";
    private static final String TOO_LONG = "names.search.too-long";
    private static final int MAX_SAID = 200;

    private final SearchNames search;
    private final FindByNumber findByNumber;
    private final Orthographies orthographies;
    private final Pages pages;
    private final InstantSource clock;

    SearchPage(
            SearchNames search,
            FindByNumber findByNumber,
            Orthographies orthographies,
            Pages pages,
            InstantSource clock) {
        this.search = search;
        this.findByNumber = findByNumber;
        this.orthographies = orthographies;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry nameSearch() {
        return new NavigationEntry(80, "/officers/names", "names.search.title", NavigationEntry.Audience.OFFICERS);
    }

    /** @param orthography whose letters are at hand from the beginning */
    @GetMapping("/{language}/officers/names")
    ModelAndView form(Actor.Officer officer, @RequestParam(defaultValue = "") String orthography) {
        return pages.page(TEMPLATE, view(Sought.nothing(orthography)));
    }

    /** @param page of what is found, from 1 */
    @PostMapping("/{language}/officers/names")
    ModelAndView search(
            Actor.Officer officer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String ipa,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String orthography,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String letter,
            @RequestParam(defaultValue = "") String action) {
        if (name.codePointCount(0, name.length()) > NameText.MAX_CODE_POINTS) {
            return pages.invalid(
                    TEMPLATE,
                    view(Sought.nothing(orthography)).wrong(FormErrors.of("name", TOO_LONG, NameText.MAX_GRAPHEMES)));
        }
        if (ipa.length() > MAX_SAID) {
            return pages.invalid(
                    TEMPLATE,
                    view(new Sought(name, "", orthography, 1))
                            .wrong(FormErrors.of("ipa", "names.said.too-long", MAX_SAID)));
        }
        if (!letter.isEmpty() || action.equals("letters")) {
            String picked = orthographies.letters(orthography).contains(letter) ? letter : "";
            return pages.page(TEMPLATE, view(new Sought(name + picked, ipa, orthography, 1)));
        }
        return number.isBlank() || !name.isBlank()
                ? search(officer, new Sought(name, ipa, orthography, page))
                : search(officer, Sought.numbered(written(number), orthography));
    }

    /** As much of it as the form gives back. */
    private static String written(String number) {
        return number.substring(0, Math.min(number.length(), MAX_SAID));
    }

    private ModelAndView search(Actor.Officer officer, Sought sought) {
        SearchView asked = view(sought);
        boolean byNumber = !sought.number().isEmpty();
        SearchOutcome outcome = byNumber
                ? findByNumber.find(officer.id(), sought.number(), clock.instant())
                : search.search(officer.id(), sought, clock.instant());
        return switch (outcome) {
            case SearchOutcome.Found(FoundPage found) -> pages.page(TEMPLATE, asked.found(found));
            case SearchOutcome.NoName(NameReading.Refused refused) ->
                pages.invalid(TEMPLATE, asked.wrong(error(refused)));
            case SearchOutcome.NoNumber _ ->
                pages.invalid(TEMPLATE, asked.wrong(FormErrors.of("number", "names.search.no-number")));
            case SearchOutcome.TooOften(Duration retryAfter) ->
                pages.page(
                        TEMPLATE,
                        asked.wrong(FormErrors.of(
                                byNumber ? "number" : "name", "names.search.too-often", retryAfter.toMinutes() + 1)),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private static FormErrors error(NameReading.Refused refused) {
        return switch (refused.reason()) {
            case EMPTY -> FormErrors.of("name", "names.search.no-name");
            case TOO_LONG -> FormErrors.of("name", TOO_LONG, NameText.MAX_GRAPHEMES);
            case CONTROL, DIRECTION_CONTROL, PRIVATE_USE, UNASSIGNED, BROKEN ->
                FormErrors.of("name", "names.search.no-sign", refused.notation());
        };
    }

    private SearchView view(Sought sought) {
        return new SearchView(
                sought,
                orthographies.alphabet(sought.orthography()).profile(),
                orthographies.all(),
                orthographies.letters(sought.orthography()),
                Optional.empty(),
                FormErrors.none());
    }
}
