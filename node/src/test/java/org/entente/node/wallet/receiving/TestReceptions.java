package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Puts attestations into a wallet, the way they get there. */
public final class TestReceptions {
    private final TestNode wallet;

    public TestReceptions(TestNode wallet) {
        this.wallet = wallet;
    }

    /** A holder with an empty wallet. */
    public static PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }

    /** A holder receives what the issuer offers. */
    public void receive(PersonId holder, TestIssuer issuer) {
        if (!(accept(holder, opened(holder, issuer), TestIssuer.CODE) instanceof ReceiveOutcome.Received)) {
            throw new AssertionError("not received");
        }
    }

    /** Why no offer was read at the address; empty when one was. */
    public Optional<Problem> whyNotOpened(PersonId holder, String offerUri) {
        return open(holder, Optional.empty(), Optional.of(offerUri))
                        instanceof OpenOutcome.NotReadable(Step _, Problem problem)
                ? Optional.of(problem)
                : Optional.empty();
    }

    /** Why a holder does not receive what the issuer offers; empty when they do. */
    public Optional<Problem> whyNotReceived(PersonId holder, TestIssuer issuer) {
        return switch (open(holder, Optional.empty(), Optional.of(issuer.offerUri()))) {
            case OpenOutcome.NotReadable(Step _, Problem problem) -> Optional.of(problem);
            case OpenOutcome.Opened(UUID offer) ->
                accept(holder, offer, TestIssuer.CODE) instanceof ReceiveOutcome.Interrupted(Step _, Problem problem)
                        ? Optional.of(problem)
                        : Optional.empty();
        };
    }

    /** Whether a holder receives what the issuer offers. */
    public boolean receives(PersonId holder, TestIssuer issuer) {
        return open(holder, Optional.empty(), Optional.of(issuer.offerUri())) instanceof OpenOutcome.Opened(UUID offer)
                && accept(holder, offer, TestIssuer.CODE) instanceof ReceiveOutcome.Received;
    }

    /** Why a holder is not led to the issuer, to allow there what it offers; empty when they are. */
    public Optional<Problem> whyNotAsked(PersonId holder, TestIssuer issuer) {
        ObjectNode offer = issuer.offer();
        offer.putObject("grants").putObject("authorization_code");
        return switch (open(holder, Optional.of(Json.write(offer)), Optional.empty())) {
            case OpenOutcome.NotReadable(Step _, Problem problem) -> Optional.of(problem);
            case OpenOutcome.Opened(UUID id) ->
                wallet.bean(AskIssuer.class).ask(holder, id, Language.FR, Instant.now()) instanceof AskOutcome.Leads
                        ? Optional.empty()
                        : wallet.bean(Offers.class)
                                .find(holder, id)
                                .flatMap(StoredOffer::failure)
                                .map(StoredOffer.Failure::problem);
        };
    }

    /** Whether a permission is forgotten after one try to give it back, when nothing is left of what it was for. */
    public boolean forgetsPermission(PersonId holder, TestIssuer issuer) {
        TestRenewals renewals = new TestRenewals(wallet);
        Attestation kept = renewals.received(holder, issuer);
        wallet.bean(Attestations.class).delete(holder, kept.id());
        boolean tried = renewals.renewOne();
        renewals.due();
        return tried && !renewals.renewOne();
    }

    OpenOutcome open(PersonId holder, Optional<String> offer, Optional<String> offerUri) {
        return wallet.bean(OpenOffer.class).open(holder, offer, offerUri, Instant.now());
    }

    UUID opened(PersonId holder, TestIssuer issuer) {
        OpenOutcome outcome = open(holder, Optional.empty(), Optional.of(issuer.offerUri()));
        if (outcome instanceof OpenOutcome.Opened(UUID offer)) {
            return offer;
        }
        throw new AssertionError(outcome.toString());
    }

    ReceiveOutcome accept(PersonId holder, UUID offer, String code) {
        return wallet.bean(ReceiveAttestations.class).receive(holder, offer, code, Instant.now());
    }

    /** Tells issuers all that they are to hear now. */
    public void tellAll() {
        IssuerTime time = new IssuerTime();
        while (wallet.bean(NotifyIssuers.class).notifyOne(Instant.now(), time)) {
            // one more
        }
    }
}
