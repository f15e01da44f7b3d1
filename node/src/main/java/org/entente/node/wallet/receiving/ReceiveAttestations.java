package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.wallet.attestations.Labels;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries out a holder's yes to an offer: the exchange with the issuer, the checks, and then all of it is kept or
 * nothing. An attempt that broke off is taken up with the permission it had obtained.
 */
@Component
class ReceiveAttestations {
    private final Offers offers;
    private final EndOffers endOffers;
    private final AttemptsInHand inHand;
    private final IssuerDialogue issuer;
    private final FetchCopies fetchCopies;
    private final Attestations attestations;
    private final Notifications notifications;
    private final Renewals renewals;
    private final RenewalSchedule schedule;
    private final Secrets secrets;
    private final TransactionOperations transaction;

    ReceiveAttestations(
            Offers offers,
            EndOffers endOffers,
            AttemptsInHand inHand,
            IssuerDialogue issuer,
            FetchCopies fetchCopies,
            Attestations attestations,
            Notifications notifications,
            Renewals renewals,
            RenewalSchedule schedule,
            Secrets secrets,
            TransactionOperations transaction) {
        this.offers = offers;
        this.endOffers = endOffers;
        this.inHand = inHand;
        this.issuer = issuer;
        this.fetchCopies = fetchCopies;
        this.attestations = attestations;
        this.notifications = notifications;
        this.renewals = renewals;
        this.schedule = schedule;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    /** One attestation that was received and checked, not yet kept. */
    private record Parcel(String configuration, Attestation attestation, FetchCopies.Batch batch) {}

    /** All that was received, and the permission by which it was. */
    private record Obtained(Grant grant, List<Parcel> parcels) {
        List<Optional<NotificationAddress>> addresses() {
            return parcels.stream().map(parcel -> parcel.batch().address()).toList();
        }
    }

    /** How an attempt comes to the issuer's permission. */
    private interface Permission {
        Grant of(KnownOffer offer) throws Stopped;
    }

    /** @param transactionCode as the holder typed it, "" when none is asked for */
    ReceiveOutcome receive(PersonId person, UUID offer, String transactionCode, Instant now) {
        return offers.begin(person, offer, secrets.id(), now)
                .map(attempt -> receive(person, attempt, known -> issuer.redeem(known, transactionCode), now))
                .orElseGet(ReceiveOutcome.NotOpen::new);
    }

    /** Goes on with an attempt that heard the issuer's answer. */
    ReceiveOutcome receive(PersonId person, Attempt attempt, AuthorizationAnswer answer, Instant now) {
        return receive(person, attempt, known -> permitted(attempt, known, answer, now), now);
    }

    /** An answer that is another server's, or says not whose it is although its server always does, is not taken. */
    private Grant permitted(Attempt attempt, KnownOffer offer, AuthorizationAnswer answer, Instant now) throws Stopped {
        String server = offer.server().issuer().toString();
        boolean named =
                !answer.issuer().isEmpty() || offer.server().says("authorization_response_iss_parameter_supported");
        if (named && !answer.issuer().equals(server)) {
            throw new Stopped(Step.PERMISSION, Problem.OTHER_ISSUER);
        }
        return switch (answer) {
            case AuthorizationAnswer.Refused refused ->
                throw new Stopped(
                        Step.PERMISSION,
                        refused.error().equals(OAuthErrors.ACCESS_DENIED) ? Problem.DENIED : Problem.REFUSED);
            case AuthorizationAnswer.Code code ->
                issuer.exchange(offer, attempt.asking().orElseThrow(), code.code());
        };
    }

    private ReceiveOutcome receive(PersonId person, Attempt attempt, Permission permission, Instant now) {
        return inHand.during(attempt, () -> carryOut(person, attempt, permission, now));
    }

    private ReceiveOutcome carryOut(PersonId person, Attempt attempt, Permission permission, Instant now) {
        try {
            Obtained obtained = obtain(person, attempt, permission, now);
            boolean kept = Boolean.TRUE.equals(transaction.execute(status -> keep(person, attempt, obtained, now)));
            if (!kept) {
                tellWhyNot(person, attempt, obtained, now);
            }
            return kept ? new ReceiveOutcome.Received() : new ReceiveOutcome.NotOpen();
        } catch (Stopped stopped) {
            endOffers.stop(attempt, stopped, now);
            return new ReceiveOutcome.Interrupted(stopped.step(), stopped.problem());
        }
    }

    /** Another attempt took its place, or the holder said no. */
    private void tellWhyNot(PersonId person, Attempt attempt, Obtained obtained, Instant now) {
        boolean unwanted = offers.find(person, attempt.offer())
                .filter(offer -> offer.state() == OfferState.REFUSED)
                .isPresent();
        obtained.addresses().forEach(address -> {
            if (unwanted) {
                notifications.unwanted(address, obtained.grant(), now);
            } else {
                notifications.failed(address, obtained.grant(), now);
            }
        });
    }

    private Obtained obtain(PersonId person, Attempt attempt, Permission permission, Instant now) throws Stopped {
        KnownOffer offer = attempt.contents();
        int room = Attestations.MAX_PER_PERSON - attestations.of(person).size();
        if (room < offer.configurations().size()) {
            throw new Stopped(Step.OFFER, Problem.FULL);
        }
        return fetch(attempt, new Obtained(permission(attempt, permission), new ArrayList<>()), true, now);
    }

    /**
     * Fetches what is not there yet.
     *
     * @param mayRefresh whether the issuer may be asked for another token where it does not take this one: an attempt that broke off
     *     may have outlived it
     */
    private Obtained fetch(Attempt attempt, Obtained obtained, boolean mayRefresh, Instant now) throws Stopped {
        KnownOffer offer = attempt.contents();
        Grant grant = obtained.grant();
        List<Parcel> parcels = obtained.parcels();
        try {
            while (parcels.size() < offer.configurations().size()) {
                parcels.add(parcel(offer, grant, offer.configurations().get(parcels.size()), now));
            }
            return obtained;
        } catch (Stopped stopped) {
            if (mayRefresh && stopped.isOfToken() && grant.refreshToken().isPresent()) {
                return fetch(attempt, new Obtained(refreshed(attempt, obtained, now), parcels), false, now);
            }
            obtained.addresses().forEach(address -> notifications.failed(address, grant, now));
            throw stopped;
        }
    }

    private Grant refreshed(Attempt attempt, Obtained obtained, Instant now) throws Stopped {
        try {
            Grant grant = issuer.refresh(attempt.contents(), obtained.grant());
            offers.permit(attempt, grant);
            return grant;
        } catch (Stopped stopped) {
            obtained.addresses().forEach(address -> notifications.failed(address, obtained.grant(), now));
            throw stopped;
        }
    }

    private Grant permission(Attempt attempt, Permission permission) throws Stopped {
        if (attempt.grant().isPresent()) {
            return attempt.grant().get();
        }
        Grant grant = permission.of(attempt.contents());
        offers.permit(attempt, grant);
        return grant;
    }

    private Parcel parcel(KnownOffer offer, Grant grant, CredentialConfiguration configuration, Instant now)
            throws Stopped {
        FetchCopies.Batch batch = fetchCopies.fetch(offer, grant, configuration, now);
        Attestation attestation = Attestation.received(
                secrets.id(),
                offer.issuerId(),
                configuration.vct(),
                Labels.of(offer.issuer(), configuration),
                now,
                batch.validUntil());
        return new Parcel(configuration.id(), attestation, batch);
    }

    private boolean keep(PersonId person, Attempt attempt, Obtained obtained, Instant now) {
        if (!offers.finish(attempt)) {
            return false;
        }
        obtained.parcels().forEach(parcel -> {
            attestations.keep(person, parcel.attestation(), parcel.batch().copies());
            notifications.accepted(
                    parcel.batch().address(), parcel.attestation().id(), obtained.grant(), now);
        });
        if (obtained.grant().refreshToken().isPresent()) {
            Map<UUID, String> renewed = obtained.parcels().stream()
                    .collect(Collectors.toMap(parcel -> parcel.attestation().id(), Parcel::configuration));
            Optional<Instant> end = obtained.parcels().stream()
                    .flatMap(parcel -> parcel.attestation().validUntil().stream())
                    .min(Instant::compareTo);
            renewals.add(
                    new Renewal(secrets.id(), attempt.contents(), obtained.grant(), 0, 0, renewed),
                    schedule.next(now, end));
        }
        return true;
    }
}
