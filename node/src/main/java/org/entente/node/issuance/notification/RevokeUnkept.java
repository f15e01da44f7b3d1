package org.entente.node.issuance.notification;

import java.time.Instant;
import java.util.List;
import org.entente.node.issuance.Issuers;
import org.entente.node.issuance.family.AwaitedFamilies;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.issuance.revocation.RevocationScope;
import org.entente.node.issuance.revocation.RevokeCredentials;
import org.entente.node.kernel.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Revokes the batches that no wallet has, all of an issuer in one go: each list that they are in is signed once. */
@Component
class RevokeUnkept {
    private static final Logger LOG = LoggerFactory.getLogger(RevokeUnkept.class);

    /** The most of an issuer in a run. */
    private static final int AT_ONCE = 5_000;

    private final Issuers issuers;
    private final AwaitedFamilies families;
    private final RevokeCredentials revokeCredentials;
    private final TransactionOperations transactions;

    RevokeUnkept(
            Issuers issuers,
            AwaitedFamilies families,
            RevokeCredentials revokeCredentials,
            TransactionOperations transactions) {
        this.issuers = issuers;
        this.families = families;
        this.revokeCredentials = revokeCredentials;
        this.transactions = transactions;
    }

    void revoke(Instant now) {
        for (Organisation issuer : issuers.all()) {
            try {
                transactions.executeWithoutResult(transaction -> revoke(issuer, now));
            } catch (RuntimeException e) {
                LOG.error(
                        "the batches of {} were not revoked: {}",
                        issuer.id(),
                        e.getClass().getName());
            }
        }
    }

    /** In one transaction, so that what a wallet confirms meanwhile is not among them. */
    private void revoke(Organisation issuer, Instant now) {
        List<FamilyHandle> unkept = families.ended(issuer.id(), now, AT_ONCE);
        if (!unkept.isEmpty()) {
            revokeCredentials.revoke(new RevocationScope.OfFamilies(issuer, unkept), RevocationReason.NOT_KEPT, now);
        }
    }
}
