package org.entente.node.frontier.statement;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.entente.node.kernel.Days;
import org.entente.node.web.NotFound;
import org.entente.node.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The statement of a day for people: the counts, what they prove and what they do not. */
@Controller
class StatementPage {
    private static final int DAYS_SHOWN = 31;

    private final SignStatements signStatements;
    private final Statements statements;
    private final Pages pages;
    private final InstantSource clock;

    StatementPage(SignStatements signStatements, Statements statements, Pages pages, InstantSource clock) {
        this.signStatements = signStatements;
        this.statements = statements;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{language}/frontier/statements/{day}")
    ModelAndView statement(@PathVariable("day") String day) {
        Instant now = clock.instant();
        LocalDate date = Days.parse(day).orElseThrow(NotFound::new);
        if (signStatements.of(date, now).isEmpty()) {
            throw new NotFound();
        }
        boolean over = date.isBefore(SignStatements.dayOf(now));
        return pages.page(
                "frontier/statement",
                new StatementView(date, over, signStatements.tallies(date), statements.days(DAYS_SHOWN)));
    }
}
