package org.entente.node.frontier;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;

/**
 * How others answered when their public documents were fetched on schedule: a time for each publisher and day, and nothing of
 * what was asked for. The fetches are the same whether anything is used or not, and so is what is counted here.
 */
public interface Watch {
    /** For how many days it is kept, at least. */
    int MAX_DAYS = 60;

    /**
     * What was seen of each publisher, day by day.
     *
     * @param first the first day (UTC), at most {@link #MAX_DAYS} ago
     * @return by the publisher's origin and the day; one that was not asked that day is not in it
     */
    Map<URI, Map<LocalDate, Watched>> since(LocalDate first);
}
