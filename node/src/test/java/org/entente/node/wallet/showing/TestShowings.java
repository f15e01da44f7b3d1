package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestVerifier;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.wallet.receiving.TestReceptions;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.entente.protocols.sdjwt.SdJwt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads a verifier's request into a wallet, and reads the answer at the verifier. */
public final class TestShowings {
    private final TestNode wallet;

    public TestShowings(TestNode wallet) {
        this.wallet = wallet;
    }

    /** A holder of the issuer's attestation. */
    public PersonId holder(TestIssuer issuer) {
        PersonId holder = TestReceptions.somebody();
        new TestReceptions(wallet).receive(holder, issuer);
        return holder;
    }

    OpenRequest.Outcome open(PersonId holder, TestVerifier verifier, String method) {
        var link = new OpenRequest.Link(verifier.clientId(), verifier.requestUri(), method);
        return wallet.bean(OpenRequest.class).open(holder, link, Instant.now());
    }

    /** Opens the request twice, which is the same as once. */
    public UUID opened(PersonId holder, TestVerifier verifier, String method) {
        OpenRequest.Outcome outcome = open(holder, verifier, method);
        assertThat(open(holder, verifier, method)).isEqualTo(outcome);
        if (outcome instanceof OpenRequest.Outcome.Opened(UUID request)) {
            return request;
        }
        throw new AssertionError(outcome.toString());
    }

    AnswerOutcome answer(PersonId holder, UUID request) {
        return wallet.bean(AgreeToShow.class).agree(holder, request, Choices.NONE, Instant.now());
    }

    /** The holder agrees, whatever becomes of it. */
    public void agree(PersonId holder, UUID request) {
        answer(holder, request);
    }

    /** Why no request that is found there is put before the holder; empty when one is. */
    public Optional<Fault> whyNotOpened(PersonId holder, String clientId, String requestUri) {
        var link = new OpenRequest.Link(clientId, requestUri, "");
        return wallet.bean(OpenRequest.class).open(holder, link, Instant.now())
                        instanceof OpenRequest.Outcome.NotAcceptable(Fault fault)
                ? Optional.of(fault)
                : Optional.empty();
    }

    /** Why the answer of a holder who agrees was not taken; empty when it was. */
    public Optional<Fault> whyNotTaken(PersonId holder, UUID request) {
        return answer(holder, request) instanceof AnswerOutcome.NotTaken(Fault fault, Optional<URI> _)
                ? Optional.of(fault)
                : Optional.empty();
    }

    /** Where the verifier leads the holder who agreed. */
    public Optional<URI> next(PersonId holder, TestVerifier verifier) {
        return answer(holder, opened(holder, verifier, "")) instanceof AnswerOutcome.Taken(Optional<URI> next)
                ? next
                : Optional.empty();
    }

    /** Leaves the holder's first attestation without a copy that nobody has seen. */
    void markAllShownTo(PersonId holder, String verifier) {
        wallet.bean(JdbcClient.class)
                .sql("update wallet.copies set shown_to = :verifier, shown_at = now() where attestation = :id")
                .param("verifier", verifier)
                .param(
                        "id",
                        wallet.bean(Attestations.class).of(holder).getFirst().id())
                .update();
    }

    /** The first presentation that the verifier received. */
    static SdJwt presentation(TestVerifier verifier) {
        WalletAnswer answer = verifier.read(verifier.answers().getFirst());
        if (answer instanceof WalletAnswer.Presented presented) {
            return SdJwt.parse(presented
                    .presentations()
                    .getOrDefault("residence", List.of())
                    .getFirst());
        }
        throw new AssertionError(answer.toString());
    }
}
