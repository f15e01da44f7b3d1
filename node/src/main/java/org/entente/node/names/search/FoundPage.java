package org.entente.node.names.search;

import java.util.List;

/**
 * One page of a list of candidates.
 *
 * @param candidates those of this page
 * @param number from 1
 * @param total the candidates of all pages
 * @param cut whether as many names were compared as ever are, so that there may be more
 * @param renewing whether names are recorded whose keys are still to be made anew, so that they are not found
 */
public record FoundPage(List<Candidate> candidates, int number, int total, boolean cut, boolean renewing) {
    /** The most candidates of a page. */
    static final int MAX_SHOWN = 50;

    public FoundPage {
        candidates = List.copyOf(candidates);
    }

    /** The page of this number, or the one nearest to it. */
    static FoundPage of(List<Candidate> all, int number, boolean cut, boolean renewing) {
        int last = Math.max(1, (all.size() + MAX_SHOWN - 1) / MAX_SHOWN);
        int page = Math.clamp(number, 1, last);
        int from = (page - 1) * MAX_SHOWN;
        List<Candidate> shown = all.subList(from, Math.min(from + MAX_SHOWN, all.size()));
        return new FoundPage(shown, page, all.size(), cut, renewing);
    }

    /** The place of the first candidate of this page in the whole list, from 1. */
    public int first() {
        return (number - 1) * MAX_SHOWN + 1;
    }

    /** That of the last. */
    public int last() {
        return first() + candidates.size() - 1;
    }

    /** Whether the list has more than this page. */
    public boolean isPart() {
        return candidates.size() < total;
    }

    /** Whether pages follow. */
    public boolean hasNext() {
        return last() < total;
    }

    /** The most names that are compared for one search. */
    public int most() {
        return KeyIndex.MAX_FOUND;
    }

    /** Never the names. */
    @Override
    public String toString() {
        return "FoundPage[" + number + ", " + total + "]";
    }
}
