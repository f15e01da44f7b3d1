package org.entente.node.journal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Orders the journal each second. */
@Configuration(proxyBeanMethods = false)
class SequencerJob {
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Bean
    RecurringTask<Void> journalSequencer(SequenceLeaves sequenceLeaves, InstantSource clock) {
        return Tasks.recurring("journal-sequencer", FixedDelay.of(EVERY)).execute((instance, context) -> {
            int sequenced;
            do {
                sequenced = sequenceLeaves.sequence(clock.instant());
            } while (sequenced == SequenceLeaves.MAX_LEAVES);
        });
    }
}
