package org.entente.node.web.problem;

import org.entente.node.kernel.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Logs a bug under an id that the person who met it can quote. Messages of exceptions are left out: a driver's or a
 * parser's message quotes values, and no personal datum enters the log.
 */
@Component
final class Incidents {
    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final int MAX_CAUSES = 8;
    private static final int MAX_FRAMES = 24;

    private final Secrets secrets;

    Incidents(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @return the incident's id */
    String record(Throwable thrown, String route) {
        String incident = secrets.id().toString();
        if (LOG.isErrorEnabled()) {
            LOG.error("incident {} at {}{}", incident, route, trace(thrown));
        }
        return incident;
    }

    /** Notes that the database was not there for a request; a line, since there may be thousands. */
    void unavailable(Throwable outage, String route) {
        LOG.warn("no database at {}: {}", route, outage.getClass().getName());
    }

    private static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            trace.append("\n  ").append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
                trace.append("\n    at ").append(frames[i]);
            }
            cause = cause.getCause();
        }
        return trace.toString();
    }
}
