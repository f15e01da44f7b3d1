package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class QuietOutageTests {
    private final Logger library = LoggerFactory.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown");
    private final AbstractSchedulerListener listener = QuietOutage.install();

    @Test
    void an_outage_is_a_line_when_it_begins_and_a_line_when_it_ends(CapturedOutput log) {
        listener.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);
        for (int i = 0; i < 5; i++) {
            library.error("unhandled", new IllegalStateException(new SQLTransientConnectionException("no connection")));
        }
        listener.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);
        listener.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);

        assertThat(log).containsOnlyOnce("the jobs have no database").containsOnlyOnce("have their database again");
        assertThat(log).doesNotContain("unhandled");
    }

    @Test
    void what_is_no_outage_is_written_as_ever(CapturedOutput log) {
        library.error("unhandled", new IllegalStateException(new SQLException("duplicate key", "23505")));
        library.error("said without a cause");

        assertThat(log).contains("unhandled", "said without a cause").doesNotContain("have no database");
    }
}
