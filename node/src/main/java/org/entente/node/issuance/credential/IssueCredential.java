package org.entente.node.issuance.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.offer.Entitlement;
import org.entente.node.issuance.offer.Entitlement.Ground;
import org.entente.node.issuance.offer.Offer;
import org.entente.node.issuance.offer.OfferId;
import org.entente.node.issuance.offer.Offers;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.Registers;
import org.entente.node.signin.StandingPermissions;
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
    private final Offers offers;
    private final StandingPermissions permissions;
    private final Registers registers;
    private final IssueBatch batch;
    private final TransactionOperations transactions;

    IssueCredential(
            CredentialTypes types,
            VerifyProofs proofs,
            Offers offers,
            StandingPermissions permissions,
            Registers registers,
            IssueBatch batch,
            TransactionOperations transactions) {
        this.types = types;
        this.proofs = proofs;
        this.offers = offers;
        this.permissions = permissions;
        this.registers = registers;
        this.batch = batch;
        this.transactions = transactions;
    }

    CredentialOutcome issue(Organisation issuer, Entitlement entitlement, CredentialRequest request, Instant now) {
        if (entitlement.ground() instanceof Ground.ByOffer(OfferId offer)
                && !offer.organisation().equals(issuer.id())) {
            return refused(CredentialError.CREDENTIAL_REQUEST_DENIED, "the token is for another issuer");
        }
        return switch (request.selector()) {
            case CredentialRequest.Selector.Identifier(String id) ->
                Optional.ofNullable(entitlement.identifiers().get(id))
                        .flatMap(configuration -> find(issuer, configuration))
                        .map(type -> issue(type, entitlement, request, now))
                        .orElseGet(() -> refused(
                                CredentialError.UNKNOWN_CREDENTIAL_IDENTIFIER,
                                "the token came with no such credential identifier"));
            case CredentialRequest.Selector.Configuration(String id) ->
                find(issuer, id)
                        .map(type -> byConfiguration(type, entitlement, request, now))
                        .orElseGet(() -> refused(
                                CredentialError.UNKNOWN_CREDENTIAL_CONFIGURATION,
                                "this issuer has no such credential"));
        };
    }

    /** A credential for which identifiers came with the token is asked for by one of them (OID4VCI 1.0 §8.2). */
    private CredentialOutcome byConfiguration(
            CredentialType type, Entitlement entitlement, CredentialRequest request, Instant now) {
        if (entitlement.configurations().contains(type.id())) {
            return issue(type, entitlement, request, now);
        }
        return entitlement.identifiers().containsValue(type.id())
                ? refused(
                        CredentialError.INVALID_CREDENTIAL_REQUEST,
                        "this credential is asked for by the credential_identifier that came with the token")
                : refused(CredentialError.UNKNOWN_CREDENTIAL_CONFIGURATION, "the token is not for this credential");
    }

    private Optional<CredentialType> find(Organisation issuer, String configuration) {
        return types.find(configuration).filter(type -> type.organisation().equals(issuer));
    }

    private CredentialOutcome issue(
            CredentialType type, Entitlement entitlement, CredentialRequest request, Instant now) {
        return switch (proofs.verify(type.organisation(), request.proofs(), entitlement.clientId(), now)) {
            case HolderKeys.Refused(CredentialError error, String text) -> refused(error, text);
            case HolderKeys.Proven proven -> {
                IssueBatch.Prepared prepared = batch.prepare(type, now);
                yield transactions.execute(transaction -> {
                    CredentialOutcome outcome = issue(prepared, entitlement, proven, now);
                    if (!(outcome instanceof CredentialOutcome.Issued)) {
                        transaction.setRollbackOnly();
                    }
                    return outcome;
                });
            }
        };
    }

    private CredentialOutcome issue(
            IssueBatch.Prepared prepared, Entitlement entitlement, HolderKeys.Proven proven, Instant now) {
        return recipient(prepared.type(), entitlement, now)
                .map(recipient -> batch.issue(prepared, recipient, proven, now))
                .orElseGet(() -> refused(
                        CredentialError.CREDENTIAL_REQUEST_DENIED,
                        "the offer or the permission has ended, or the register has no record"));
    }

    private Optional<Recipient> recipient(CredentialType type, Entitlement entitlement, Instant now) {
        return switch (entitlement.ground()) {
            case Ground.ByOffer(OfferId id) ->
                offers.hold(id)
                        .filter(Offer::redeemed)
                        .map(offer -> new Recipient(offer.record(), offer.person(), entitlement.key()));
            case Ground.ByPerson(PersonId person, UUID authorization) ->
                permissions.hold(authorization, now)
                        ? registers
                                .recordOf(person, type.register())
                                .map(record -> new Recipient(record, Optional.of(person), entitlement.key()))
                        : Optional.empty();
        };
    }

    private static CredentialOutcome refused(CredentialError error, String text) {
        return new CredentialOutcome.Refused(error, text);
    }
}
