package org.entente.node.agreements.page;

import java.util.List;

/**
 * A page of what has happened, the newest first.
 *
 * @param all how many steps there are
 * @param number of the page, from 1
 */
public record Timeline(List<Step> steps, int all, int number) {
    static final int ON_A_PAGE = 25;

    /** The page of this number, or the one nearest to it that there is. */
    static Timeline of(List<Step> all, int asked) {
        int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int number = Math.clamp(asked, 1, pages);
        List<Step> steps = all.reversed().stream()
                .skip((long) (number - 1) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .toList();
        return new Timeline(steps, all.size(), number);
    }

    /** Whether older steps follow. */
    public boolean hasOlder() {
        return number * ON_A_PAGE < all;
    }
}
