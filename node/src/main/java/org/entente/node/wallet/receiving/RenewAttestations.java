package org.entente.node.wallet.receiving;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Secrets;
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
    /** After how many tries a no that is no end by itself is one: some five days. */
    private static final int TRIES_AGAINST_A_NO = Renewals.SOON_TRIES + 5;

    /** After how many tries an issuer that cannot be reached is gone: a month. */
    private static final int TRIES_WITHOUT_ANSWER = Renewals.SOON_TRIES + 30;

    /** How often all is renewed again early for the sake of what was lacking; after that, on its day only. */
    private static final int TRIES_FOR_THE_REST = 3;

    private final Renewals renewals;
    private final ReadOffer readOffer;
    private final IssuerDialogue issuer;
    private final FetchCopies fetchCopies;
    private final Attestations attestations;
    private final Notifications notifications;
    private final RenewalSchedule schedule;
    private final Secrets secrets;
    private final TransactionOperations transaction;

    RenewAttestations(
            Renewals renewals,
            ReadOffer readOffer,
            IssuerDialogue issuer,
            FetchCopies fetchCopies,
            Attestations attestations,
            Notifications notifications,
            RenewalSchedule schedule,
            Secrets secrets,
            TransactionOperations transaction) {
        this.renewals = renewals;
        this.readOffer = readOffer;
        this.issuer = issuer;
        this.fetchCopies = fetchCopies;
        this.attestations = attestations;
        this.notifications = notifications;
        this.schedule = schedule;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    /**
     * Renews one permission's attestations if one is due; false when none was. One whose issuer has had its time is left for
     * a later round.
     */
    boolean renewOne(Instant now, IssuerTime time) {
        Optional<Renewal> due = renewals.takeDue(now);
        due.ifPresent(renewal -> {
            URI asked = renewal.contents().issuerId();
            if (time.isUsedUp(asked)) {
                renewals.leave(renewal.id(), now.plus(Renewals.SOON));
            } else {
                time.spend(asked, () -> renew(renewal, now));
            }
        });
        return due.isPresent();
    }

    private void renew(Renewal renewal, Instant now) {
        if (renewal.attestations().isEmpty()) {
            giveBack(renewal);
            return;
        }
        try {
            KnownOffer contents = readOffer.again(renewal.contents());
            Grant grant = issuer.refresh(contents, renewal.grant());
            renewals.permit(renewal.id(), grant);
            Fetched fetched = fetch(renewal, contents, grant, now);
            transaction.executeWithoutResult(status -> keep(renewal, fetched, grant, now));
        } catch (Stopped stopped) {
            Optional<Instant> later = stopped.again().filter(now.plus(Renewals.AGAIN)::isBefore);
            if (later.isPresent()) {
                renewals.leave(renewal.id(), later.get());
            } else if (isOver(renewal, stopped)) {
                transaction.executeWithoutResult(status -> giveUp(renewal, stopped, now));
            }
        }
    }

    /** What its issuer ended need not be given back. */
    private void giveUp(Renewal renewal, Stopped stopped, Instant now) {
        if (stopped.step() != Step.PERMISSION || stopped.problem() != Problem.OFFER_OVER) {
            renewals.giveBack(secrets.id(), renewal.contents(), renewals.grant(renewal.id()), now);
        }
        renewals.end(renewal.id());
    }

    /** A permission that is for nothing any more goes back to its issuer, unless that cannot be reached for days. */
    private void giveBack(Renewal renewal) {
        if (issuer.revoke(renewal.contents(), renewal.grant()) || renewal.tries() >= TRIES_AGAINST_A_NO) {
            renewals.forget(renewal.id());
        }
    }

    /** Where it is not, it is tried again: the permission has moved on. */
    private static boolean isOver(Renewal renewal, Stopped stopped) {
        return switch (stopped.problem()) {
            case OFFER_OVER -> stopped.step() == Step.PERMISSION || renewal.tries() >= TRIES_AGAINST_A_NO;
            case NO_ANSWER, ISSUER_FAULT -> renewal.tries() >= TRIES_WITHOUT_ANSWER;
            default -> renewal.tries() >= TRIES_AGAINST_A_NO;
        };
    }

    /**
     * What came of one renewal.
     *
     * @param lacking why an attestation has no batch, although its issuer still has it
     */
    private record Fetched(Map<UUID, FetchCopies.Batch> batches, Optional<Stopped> lacking) {}

    /** What the issuer has given up comes to an end, and what it issues no more of for now stays; the others go on. */
    private Fetched fetch(Renewal renewal, KnownOffer contents, Grant grant, Instant now) throws Stopped {
        Map<UUID, FetchCopies.Batch> batches = new LinkedHashMap<>();
        Optional<Stopped> lacking = Optional.empty();
        for (Map.Entry<UUID, String> attestation : renewal.attestations().entrySet()) {
            Optional<CredentialConfiguration> configuration = contents.issuer().configuration(attestation.getValue());
            if (configuration.isEmpty()) {
                continue;
            }
            try {
                batches.put(attestation.getKey(), fetchCopies.fetch(contents, grant, configuration.get(), now));
            } catch (Stopped stopped) {
                if (stopped.problem() != Problem.ENOUGH) {
                    batches.values().forEach(batch -> notifications.failed(batch.address(), grant, now));
                    throw stopped;
                }
                lacking = Optional.of(stopped);
            }
        }
        if (batches.isEmpty()) {
            throw lacking.orElseGet(() -> new Stopped(Step.COPIES, Problem.NOT_SUPPORTED));
        }
        return new Fetched(batches, lacking);
    }

    private void keep(Renewal renewal, Fetched fetched, Grant grant, Instant now) {
        List<Instant> ends = new ArrayList<>();
        fetched.batches().forEach((attestation, batch) -> {
            if (attestations.replace(attestation, batch.copies(), batch.validUntil())) {
                notifications.accepted(batch.address(), attestation, grant, now);
            } else {
                notifications.unwanted(batch.address(), grant, now);
            }
            batch.validUntil().ifPresent(ends::add);
        });
        Instant next = schedule.next(now, ends.stream().min(Instant::compareTo));
        int lacking = fetched.lacking().isPresent() ? Math.min(renewal.lacking(), TRIES_FOR_THE_REST) + 1 : 0;
        renewals.schedule(
                renewal.id(),
                fetched.lacking()
                        .filter(stopped -> lacking <= TRIES_FOR_THE_REST)
                        .map(stopped -> sooner(next, stopped, now))
                        .orElse(next),
                lacking);
    }

    /**
     * What had no batch is asked for when its issuer says, but not every few minutes: with it comes a batch of each of the
     * others.
     */
    private static Instant sooner(Instant next, Stopped stopped, Instant now) {
        Instant tomorrow = now.plus(Renewals.AGAIN);
        Instant again = stopped.again().filter(tomorrow::isBefore).orElse(tomorrow);
        return again.isBefore(next) ? again : next;
    }
}
