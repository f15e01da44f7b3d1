package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What a wallet received with a permission to renew it, which is due when a test says so. */
final class TestRenewals {
    private final TestNode wallet;

    /** @param wallet whose own jobs stand still from now on */
    TestRenewals(TestNode wallet) {
        this.wallet = wallet;
        wallet.pause();
    }

    Attestation received(PersonId holder, TestIssuer issuer) {
        OpenOutcome opened = wallet.bean(OpenOffer.class).choose(holder, issuer.id(), "residence", Instant.now());
        return received(holder, ((OpenOutcome.Opened) opened).offer(), issuer);
    }

    UUID opened(PersonId holder, TestIssuer issuer, String... configurations) {
        ObjectNode offer = issuer.offer();
        List.of(configurations).forEach(offer.putArray("credential_configuration_ids")::add);
        offer.putObject("grants").putObject("authorization_code");
        OpenOutcome opened = new TestReceptions(wallet).open(holder, Optional.of(Json.write(offer)), Optional.empty());
        return ((OpenOutcome.Opened) opened).offer();
    }

    Attestation received(PersonId holder, UUID offer, TestIssuer issuer) {
        AskOutcome asked = wallet.bean(AskIssuer.class).ask(holder, offer, Language.EN, Instant.now());
        URI answer = issuer.authorizations.allow(((AskOutcome.Leads) asked).page());
        Optional<UUID> heard = wallet.bean(HearIssuer.class).hear(holder, answer.getRawQuery(), Instant.now());
        assertThat(heard).contains(offer);
        return wallet.bean(Attestations.class).of(holder).getFirst();
    }

    void tried(int tries) {
        wallet.bean(JdbcClient.class)
                .sql("update wallet.renewals set tries = :tries")
                .param("tries", tries)
                .update();
    }

    void due() {
        wallet.bean(JdbcClient.class)
                .sql("update wallet.renewals set due_at = now() - interval '1 minute'")
                .update();
    }

    boolean renewOne() {
        return renewOne(new IssuerTime());
    }

    boolean renewOne(IssuerTime time) {
        return wallet.bean(RenewAttestations.class).renewOne(Instant.now(), time);
    }

    List<UUID> copies(Attestation kept) {
        return wallet.bean(JdbcClient.class)
                .sql("select id from wallet.copies where attestation = :id")
                .param("id", kept.id())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}
