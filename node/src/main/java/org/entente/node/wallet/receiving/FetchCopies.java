package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.keys.WrappedKey;
import org.entente.node.wallet.attestations.Copy;
import org.entente.node.wallet.receiving.CheckCopies.Checked;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.entente.protocols.oid4vci.CredentialResponse;
import org.springframework.stereotype.Component;

/** Fetches a batch of one-time copies, each for a fresh key, and checks all of them. What does not pass is told to its issuer. */
@Component
class FetchCopies {
    /** The most one-time copies that are asked for at once. */
    private static final int MAX_COPIES = 20;

    private final IssuerDialogue issuer;
    private final Notifications notifications;
    private final Keys keys;
    private final Secrets secrets;

    FetchCopies(IssuerDialogue issuer, Notifications notifications, Keys keys, Secrets secrets) {
        this.issuer = issuer;
        this.notifications = notifications;
        this.keys = keys;
        this.secrets = secrets;
    }

    /**
     * A batch that was checked, not yet kept.
     *
     * @param address where its issuer wants to hear what becomes of it, if it does
     */
    record Batch(List<Copy> copies, Optional<Instant> validUntil, Optional<NotificationAddress> address) {
        Batch {
            copies = List.copyOf(copies);
        }
    }

    Batch fetch(KnownOffer offer, Grant grant, CredentialConfiguration configuration, Instant now) throws Stopped {
        List<WrappedKey> holderKeys = Stream.generate(keys::newKey)
                .limit(Math.min(offer.issuer().batchSize(), MAX_COPIES))
                .toList();
        CredentialResponse response = issuer.request(offer, grant, configuration, holderKeys);
        Optional<NotificationAddress> address = offer.issuer()
                .notificationEndpoint()
                .flatMap(endpoint -> response.notificationId().map(id -> new NotificationAddress(endpoint, id)));
        try {
            List<Checked> checked = new CheckCopies(offer.issuerId(), configuration.vct(), now)
                    .check(response.credentials(), holderKeys);
            return batch(checked, address);
        } catch (Stopped stopped) {
            notifications.failed(address, grant, now);
            throw stopped;
        }
    }

    private Batch batch(List<Checked> checked, Optional<NotificationAddress> address) {
        return new Batch(
                checked.stream()
                        .map(copy -> new Copy(secrets.id(), copy.key(), copy.credential()))
                        .toList(),
                checked.stream().flatMap(copy -> copy.validUntil().stream()).min(Comparator.naturalOrder()),
                address);
    }
}
