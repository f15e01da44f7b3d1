package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Renews what is due: exchanges the refresh token, fetches a whole new batch of each attestation, and puts it in the place
 * of the old one. A copy that nobody has seen is worth nothing then; one that a service knows is known no more.
 */
@Component
class RenewAttestations {
    private final Renewals renewals;
    private final IssuerDialogue issuer;
    private final FetchCopies fetchCopies;
    private final Attestations attestations;
    private final RenewalSchedule schedule;
    private final TransactionOperations transaction;

    RenewAttestations(
            Renewals renewals,
            IssuerDialogue issuer,
            FetchCopies fetchCopies,
            Attestations attestations,
            RenewalSchedule schedule,
            TransactionOperations transaction) {
        this.renewals = renewals;
        this.issuer = issuer;
        this.fetchCopies = fetchCopies;
        this.attestations = attestations;
        this.schedule = schedule;
        this.transaction = transaction;
    }

    /** Renews one permission's attestations if one is due; false when none was. */
    boolean renewOne(Instant now) {
        Optional<Renewal> due = renewals.takeDue(now);
        due.ifPresent(renewal -> renew(renewal, now));
        return due.isPresent();
    }

    private void renew(Renewal renewal, Instant now) {
        if (renewal.attestations().isEmpty()) {
            renewals.forget(renewal.id());
            return;
        }
        try {
            Grant grant = issuer.refresh(renewal.contents(), renewal.grant(), now);
            renewals.permit(renewal.id(), grant);
            Map<UUID, FetchCopies.Batch> batches = fetched(renewal, grant, now);
            transaction.executeWithoutResult(status -> keep(renewal, batches, now));
        } catch (Stopped stopped) {
            // Anything else than the issuer's no is tried again: the permission has moved on.
            if (stopped.step() == Step.PERMISSION && stopped.problem() == Problem.OFFER_OVER) {
                renewals.end(renewal.id());
            }
        }
    }

    private Map<UUID, FetchCopies.Batch> fetched(Renewal renewal, Grant grant, Instant now) throws Stopped {
        Map<UUID, FetchCopies.Batch> batches = new LinkedHashMap<>();
        for (Map.Entry<UUID, String> attestation : renewal.attestations().entrySet()) {
            CredentialConfiguration configuration = renewal.contents()
                    .issuer()
                    .configuration(attestation.getValue())
                    .orElseThrow();
            batches.put(attestation.getKey(), fetchCopies.fetch(renewal.contents(), grant, configuration, now));
        }
        return batches;
    }

    private void keep(Renewal renewal, Map<UUID, FetchCopies.Batch> batches, Instant now) {
        List<Instant> ends = new ArrayList<>();
        batches.forEach((attestation, batch) -> {
            attestations.replace(attestation, batch.copies(), batch.validUntil());
            batch.validUntil().ifPresent(ends::add);
        });
        renewals.schedule(renewal.id(), schedule.next(now, ends.stream().min(Instant::compareTo)));
    }
}
