package org.entente.node.issuance.credential;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.nonce.Nonces;
import org.entente.node.issuance.offer.IssuanceGrant;
import org.entente.node.issuance.offer.Offer;
import org.entente.node.issuance.offer.Offers;
import org.entente.node.kernel.Organisation;
import org.entente.protocols.oid4vci.CredentialError;
import org.entente.protocols.oid4vci.CredentialRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides a credential request. Whatever an issuance writes, from the spent nonce to the notice, is one transaction: a
 * process that dies in it leaves nothing, and a refusal uses nothing up.
 */
@Component
class IssueCredential {
    private final CredentialTypes types;
    private final VerifyProofs proofs;
    private final Nonces nonces;
    private final Offers offers;
    private final IssueBatch batch;
    private final TransactionOperations transactions;

    IssueCredential(
            CredentialTypes types,
            VerifyProofs proofs,
            Nonces nonces,
            Offers offers,
            IssueBatch batch,
            TransactionOperations transactions) {
        this.types = types;
        this.proofs = proofs;
        this.nonces = nonces;
        this.offers = offers;
        this.batch = batch;
        this.transactions = transactions;
    }

    CredentialOutcome issue(Organisation issuer, IssuanceGrant grant, CredentialRequest request, Instant now) {
        if (!grant.offer().organisation().equals(issuer.id())) {
            return refused(CredentialError.CREDENTIAL_REQUEST_DENIED, "the token is for another issuer");
        }
        return switch (request.selector()) {
            case CredentialRequest.Selector.Identifier _ ->
                refused(CredentialError.UNKNOWN_CREDENTIAL_IDENTIFIER, "the token came with no credential identifiers");
            case CredentialRequest.Selector.Configuration(String id) -> {
                Optional<CredentialType> type =
                        types.find(id).filter(known -> grant.configurations().contains(id));
                yield type.isEmpty()
                        ? refused(
                                CredentialError.UNKNOWN_CREDENTIAL_CONFIGURATION,
                                "the token is not for this credential")
                        : issue(type.get(), grant, request, now);
            }
        };
    }

    private CredentialOutcome issue(CredentialType type, IssuanceGrant grant, CredentialRequest request, Instant now) {
        return switch (proofs.verify(type.organisation(), request.proofs(), now)) {
            case HolderKeys.Refused(CredentialError error, String text) -> refused(error, text);
            case HolderKeys.Proven proven -> {
                IssueBatch.Prepared prepared = batch.prepare(type, now);
                yield transactions.execute(transaction -> {
                    CredentialOutcome outcome = issue(prepared, grant, proven, now);
                    if (outcome instanceof CredentialOutcome.Refused) {
                        transaction.setRollbackOnly();
                    }
                    return outcome;
                });
            }
        };
    }

    private CredentialOutcome issue(
            IssueBatch.Prepared prepared, IssuanceGrant grant, HolderKeys.Proven proven, Instant now) {
        if (!nonces.spend(proven.nonce())) {
            return refused(CredentialError.INVALID_NONCE, "the nonce was used");
        }
        Optional<Offer> offer = offers.hold(grant.offer()).filter(Offer::redeemed);
        return offer.isEmpty()
                ? refused(CredentialError.CREDENTIAL_REQUEST_DENIED, "the offer has ended")
                : batch.issue(prepared, offer.get(), proven.keys(), now);
    }

    private static CredentialOutcome refused(CredentialError error, String text) {
        return new CredentialOutcome.Refused(error, text);
    }
}
