package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.keys.WrappedKey;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.wallet.attestations.Copy;
import org.entente.node.wallet.attestations.Labels;
import org.entente.node.wallet.receiving.CheckCopies.Checked;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries out a holder's yes to an offer: the exchange with the issuer, the checks, and then all of it is kept or
 * nothing. An attempt that broke off is taken up with the permission it had obtained.
 */
@Component
class ReceiveAttestations {
    /** The most one-time copies that are asked for at once. */
    private static final int MAX_COPIES = 20;

    private final Offers offers;
    private final IssuerDialogue issuer;
    private final Attestations attestations;
    private final Keys keys;
    private final Secrets secrets;
    private final TransactionOperations transaction;

    ReceiveAttestations(
            Offers offers,
            IssuerDialogue issuer,
            Attestations attestations,
            Keys keys,
            Secrets secrets,
            TransactionOperations transaction) {
        this.offers = offers;
        this.issuer = issuer;
        this.attestations = attestations;
        this.keys = keys;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    /** One attestation that was received and checked, not yet kept. */
    private record Parcel(Attestation attestation, List<Copy> copies) {}

    /** @param transactionCode as the holder typed it, "" when none is asked for */
    ReceiveOutcome receive(PersonId person, UUID offer, String transactionCode, Instant now) {
        Optional<Attempt> begun = offers.begin(person, offer, secrets.id(), now);
        if (begun.isEmpty()) {
            return new ReceiveOutcome.NotOpen();
        }
        Attempt attempt = begun.get();
        try {
            List<Parcel> parcels = obtain(person, attempt, transactionCode, now);
            boolean kept = Boolean.TRUE.equals(transaction.execute(status -> keep(person, attempt, parcels)));
            return kept ? new ReceiveOutcome.Received() : new ReceiveOutcome.NotOpen();
        } catch (Stopped stopped) {
            offers.stop(attempt, stopped);
            return new ReceiveOutcome.Interrupted(stopped.step(), stopped.problem());
        }
    }

    private List<Parcel> obtain(PersonId person, Attempt attempt, String transactionCode, Instant now) throws Stopped {
        KnownOffer offer = attempt.contents();
        int room = Attestations.MAX_PER_PERSON - attestations.of(person).size();
        if (room < offer.configurations().size()) {
            throw new Stopped(Step.OFFER, Problem.FULL);
        }
        Grant grant = permission(attempt, transactionCode, now);
        List<Parcel> parcels = new ArrayList<>();
        for (CredentialConfiguration configuration : offer.configurations()) {
            parcels.add(parcel(offer, grant, configuration, now));
        }
        return parcels;
    }

    private Grant permission(Attempt attempt, String transactionCode, Instant now) throws Stopped {
        if (attempt.grant().isPresent()) {
            return attempt.grant().get();
        }
        Grant grant = issuer.redeem(attempt.contents(), transactionCode, now);
        offers.permit(attempt, grant);
        return grant;
    }

    private Parcel parcel(KnownOffer offer, Grant grant, CredentialConfiguration configuration, Instant now)
            throws Stopped {
        List<WrappedKey> holderKeys = Stream.generate(keys::newKey)
                .limit(Math.min(offer.issuer().batchSize(), MAX_COPIES))
                .toList();
        List<String> credentials = issuer.request(offer, grant, configuration, holderKeys, now);
        List<Checked> checked =
                new CheckCopies(offer.issuerId(), configuration.vct(), now).check(credentials, holderKeys);
        Optional<Instant> validUntil =
                checked.stream().flatMap(copy -> copy.validUntil().stream()).min(Comparator.naturalOrder());
        Attestation attestation = Attestation.received(
                secrets.id(),
                offer.issuerId(),
                configuration.vct(),
                Labels.of(offer.issuer(), configuration),
                now,
                validUntil);
        return new Parcel(
                attestation,
                checked.stream()
                        .map(copy -> new Copy(secrets.id(), copy.key(), copy.credential()))
                        .toList());
    }

    private boolean keep(PersonId person, Attempt attempt, List<Parcel> parcels) {
        if (!offers.finish(attempt)) {
            return false;
        }
        parcels.forEach(parcel -> attestations.keep(person, parcel.attestation(), parcel.copies()));
        return true;
    }
}
