package org.entente.node.services;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.entente.node.TestNode;
import org.entente.node.agreements.ProofPath;
import org.entente.node.agreements.ProofStep;
import org.entente.node.kernel.Secrets;
import org.entente.node.kernel.Text;
import org.entente.node.keys.Keys;
import org.entente.node.keys.WrappedKey;
import org.entente.node.services.catalogue.BrowserToken;
import org.entente.node.services.catalogue.Catalogue;
import org.entente.node.services.catalogue.Procedure;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.Starter;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.PresentationState;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.verification.presentation.Presentations.End;
import org.entente.node.verification.presentation.Reply;
import org.entente.node.verification.presentation.SealedClaims;
import org.entente.node.verification.proof.Proof;
import org.entente.node.verification.proof.Proofs;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.ClientMetadata;
import org.entente.protocols.oid4vp.RequestObject;
import tools.jackson.databind.node.ObjectNode;

/** Presentations to the service {@code arrival} as they stand in a node after a wallet answered. */
public final class TestPresentations {
    public static final URI ISSUER = URI.create("https://quebec.example/o/etat-civil");
    public static final String ENTENTE = "https://quebec.example/ententes/quebec-british-columbia";
    private static final String CODE = "response code";
    private static final Text TEXT = new Text("texte", "text");
    private static final ProofPath PATH = ProofPath.of(ProofStep.passed("nonce", TEXT, TEXT));

    private final TestNode node;
    private final Procedure service;
    private final Instant now;

    public TestPresentations(TestNode node, Instant now) {
        this.node = node;
        this.service = node.bean(Catalogue.class).find("arrival").orElseThrow();
        this.now = now;
    }

    public Procedure service() {
        return service;
    }

    /** A new browser's token. */
    public BrowserToken browser() {
        return BrowserToken.random(service, node.bean(Secrets.class));
    }

    /** Accepted, and brought back by the browser that started it. */
    public String accepted(BrowserToken browser, String pseudonym) {
        return acceptedFrom(ISSUER, browser, pseudonym);
    }

    /** The same, attested by another issuer. */
    public String acceptedFrom(URI issuer, BrowserToken browser, String pseudonym) {
        PresentationId id = answered(add(browser), issuer, pseudonym);
        node.bean(Presentations.class).release(id, CODE, now);
        return id.value();
    }

    /** Accepted from another device whose holder has not compared the codes. */
    public PresentationId acceptedElsewhere(BrowserToken browser, String pseudonym) {
        return answered(add(browser), ISSUER, pseudonym);
    }

    private PresentationId answered(PresentationId id, URI issuer, String pseudonym) {
        byte[] claims =
                SealedClaims.seal(claims(pseudonym), node.bean(Keys.class)).bytes();
        End end = new End(PresentationState.ACCEPTED, CODE, Reply.NONE, claims, now.plus(Duration.ofMinutes(10)));
        var basis = new Proof.Basis(URI.create(ENTENTE), TEXT, "hash", "3.1", Period.ofDays(30));
        Proof.Ended ended = Proof.Ended.accepted(issuer, basis, PATH, now);
        node.bean(Presentations.class).end(id, end, node.bean(Proofs.class).ending(ended), now);
        return id;
    }

    private static ObjectNode claims(String pseudonym) {
        ObjectNode claims = Json.newObject().put("name", "Rosalie Tadoussac").put("birthdate", "1991-03-08");
        claims.putObject("pseudonyms").put("ca-bc-arrival", pseudonym);
        return claims;
    }

    private PresentationId add(BrowserToken browser) {
        Secrets secrets = node.bean(Secrets.class);
        PresentationId id = new PresentationId("citizen-services", Secrets.base64url(secrets.bytes(16)));
        WrappedKey key = node.bean(Keys.class).newKey();
        String proof = Secrets.base64url(secrets.bytes(16));
        node.bean(Presentations.class)
                .begin(
                        new Presentation(
                                id,
                                proof,
                                PresentationState.ASKED,
                                "arrival",
                                request(key),
                                key.sealed(),
                                "123456",
                                URI.create(node.origin() + "/fr/presentations/" + id + "/back"),
                                "/services/arrival/cases/" + id.value(),
                                false,
                                now.plusSeconds(300)),
                        Starter.secretOfBrowser(browser.value()),
                        new Proof(
                                proof,
                                "citizen-services",
                                TEXT,
                                service.credentialType(),
                                service.claims(),
                                Proof.State.ASKED,
                                null,
                                null,
                                PATH,
                                null,
                                now));
        return id;
    }

    private RequestObject request(WrappedKey key) {
        var query =
                CredentialQuery.of("attestation", "dc+sd-jwt", service.credentialType(), List.of(), service.claims());
        return new RequestObject(
                "x509_hash:test",
                URI.create(node.origin() + "/o/citizen-services/responses/1"),
                "nonce",
                "",
                DcqlQuery.of(query),
                ClientMetadata.ofEphemeralKey(key.publicKey()),
                null,
                Optional.of(now),
                Optional.of(now.plusSeconds(300)));
    }
}
