package org.entente.checks.browser;

import com.microsoft.playwright.Page;

/** A page before somebody's eyes. */
record Look(Page page, Visit visit, Circumstance circumstance) {
    /** What an expression of the browser's says. */
    Object ask(String expression) {
        return page.evaluate(expression);
    }
}
