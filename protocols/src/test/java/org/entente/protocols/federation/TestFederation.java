package org.entente.protocols.federation;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;

/** A small federation: an organisation, its node, a council. */
final class TestFederation {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final URI ORGANISATION = URI.create("https://gaspe.example/o/perce");
    static final URI NODE = URI.create("https://gaspe.example");
    static final URI COUNCIL = URI.create("https://council.example");

    final TestSigner organisation = TestSigner.create();
    final TestSigner node = TestSigner.create();
    final TestSigner council = TestSigner.create();

    EntityStatement ofOrganisation() {
        return configuration(ORGANISATION, organisation);
    }

    EntityStatement byNode() {
        return statement(NODE, ORGANISATION, organisation, node);
    }

    EntityStatement byCouncil() {
        return statement(COUNCIL, NODE, node, council);
    }

    EntityStatement ofCouncil() {
        return configuration(COUNCIL, council);
    }

    List<EntityStatement> chain() {
        return List.of(ofOrganisation(), byNode(), byCouncil(), ofCouncil());
    }

    Jwks councilKeys() {
        return keys(council);
    }

    static Jwks keys(TestSigner signer) {
        return Jwks.of(signer.publicKey());
    }

    static EntityStatement configuration(URI entity, TestSigner signer) {
        return statement(entity, entity, signer, signer);
    }

    static EntityStatement statement(URI issuer, URI subject, TestSigner subjectKey, TestSigner issuerKey) {
        return statement(issuer, subject, subjectKey, issuerKey, NOW.minusSeconds(60), NOW.plusSeconds(3600));
    }

    static EntityStatement statement(
            URI issuer, URI subject, TestSigner subjectKey, TestSigner issuerKey, Instant from, Instant until) {
        return EntityStatement.sign(
                new StatementContent(issuer, subject, from, until, keys(subjectKey), List.of(), Json.newObject()),
                issuerKey);
    }
}
