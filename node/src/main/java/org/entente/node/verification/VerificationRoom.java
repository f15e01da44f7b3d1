package org.entente.node.verification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.verification.asking.StartPresentation;
import org.entente.node.verification.presentation.CollectResult;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.verification.proof.Proofs;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerificationSettings.class)
class VerificationRoom {
    private static final Duration CLEANING = Duration.ofMinutes(1);

    @Bean
    Verification verification(StartPresentation startPresentation, CollectResult collectResult) {
        return new Verification() {
            @Override
            public StartOutcome start(PresentationRequest request, Starter starter, Instant now) {
                return startPresentation.start(request, starter, now);
            }

            @Override
            public Collected collect(PresentationId id, String browserToken, Instant now) {
                return collectResult.collect(id, Starter.secretOfBrowser(browserToken), now);
            }
        };
    }

    /** Expired askings go, uncollected claims with them, and old proofs. */
    @Bean
    RecurringTask<Void> forgetPresentationsJob(
            Presentations presentations, Proofs proofs, VerificationSettings settings, InstantSource clock) {
        return Tasks.recurring("verification-forget", FixedDelay.of(CLEANING)).execute((instance, context) -> {
            Instant now = clock.instant();
            presentations.removeExpired(now);
            proofs.removeBefore(now.minus(settings.proofs()));
            proofs.removeUnansweredBefore(now.minus(settings.request()).minus(settings.unanswered()));
        });
    }
}
