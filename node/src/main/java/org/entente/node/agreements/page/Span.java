package org.entente.node.agreements.page;

import java.time.Duration;
import org.entente.node.web.Page;

/** A length of time in words. */
public final class Span {
    private Span() {}

    /** In the largest unit in which it is a whole number; in hours and minutes where it is more than an hour. */
    public static String say(Page page, Duration span) {
        if (!span.isZero() && span.equals(Duration.ofDays(span.toDays()))) {
            return page.say("agreements.span.days", span.toDays());
        }
        if (!span.isZero() && span.equals(Duration.ofHours(span.toHours()))) {
            return page.say("agreements.span.hours", span.toHours());
        }
        if (span.toHours() > 0 && span.toSecondsPart() == 0) {
            return page.say("agreements.span.hours", span.toHours()) + " "
                    + page.say("agreements.span.minutes", span.toMinutesPart());
        }
        return span.toSecondsPart() == 0
                ? page.say("agreements.span.minutes", span.toMinutes())
                : page.say("agreements.span.seconds", span.toSeconds());
    }
}
