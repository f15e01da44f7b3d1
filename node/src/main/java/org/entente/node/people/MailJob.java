package org.entente.node.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends the mails that wait. A mail server that does not answer is asked again, ever more seldom, for about a day. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleSettings.class)
class MailJob {
    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);
    private static final int MAX_AT_ONCE = 100;
    private static final int MAX_ATTEMPTS = 14;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    @Bean
    RecurringTask<Void> sendMails(Mails mails, Mail mail, InstantSource clock) {
        return Tasks.recurring("people-mails", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> send(mails, mail, clock.instant()));
    }

    static void send(Mails mails, Mail mail, Instant now) {
        for (int sent = 0; sent < MAX_AT_ONCE; sent++) {
            var waiting = mails.take(now, now.plus(LEASE));
            if (waiting.isEmpty()) {
                return;
            }
            send(mails, mail, waiting.get(), now);
        }
    }

    private static void send(Mails mails, Mail mail, Mails.Waiting waiting, Instant now) {
        if (mail.send(waiting.recipient(), waiting.language(), waiting.notice(), now)) {
            mails.remove(waiting.id());
        } else if (waiting.attempts() >= MAX_ATTEMPTS) {
            LOG.error("mail {} is given up after {} attempts", waiting.id(), waiting.attempts());
            mails.remove(waiting.id());
        } else {
            mails.postpone(waiting.id(), now.plus(FIRST_PAUSE.multipliedBy(1L << (waiting.attempts() - 1))));
        }
    }
}
