package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
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

    /** Whether an offer was read at the address. */
    public boolean opens(PersonId holder, Optional<String> offerUri) {
        return open(holder, Optional.empty(), offerUri) instanceof OpenOutcome.Opened;
    }

    /** Whether a holder receives what the issuer offers. */
    public boolean receives(PersonId holder, TestIssuer issuer) {
        return open(holder, Optional.empty(), Optional.of(issuer.offerUri())) instanceof OpenOutcome.Opened(UUID offer)
                && accept(holder, offer, TestIssuer.CODE) instanceof ReceiveOutcome.Received;
    }

    /** Whether a holder is led to the issuer, to allow there what it offers. */
    public boolean asks(PersonId holder, TestIssuer issuer) {
        ObjectNode offer = issuer.offer();
        offer.putObject("grants").putObject("authorization_code");
        return open(holder, Optional.of(Json.write(offer)), Optional.empty()) instanceof OpenOutcome.Opened(UUID id)
                && wallet.bean(AskIssuer.class).ask(holder, id, Language.FR, Instant.now()) instanceof AskOutcome.Leads;
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
