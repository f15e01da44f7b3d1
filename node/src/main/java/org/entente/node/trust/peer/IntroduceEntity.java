package org.entente.node.trust.peer;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.frontier.FetchOutcome;
import org.entente.node.frontier.Mirror;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.trust.Introduction;
import org.entente.node.trust.IntroductionOutcome;
import org.entente.node.trust.IntroductionOutcome.Introduced;
import org.entente.node.trust.IntroductionOutcome.NotIntroduced;
import org.entente.node.trust.IntroductionOutcome.Reason;
import org.entente.node.trust.statement.NodeMetadata;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementVerdict;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Gets to know a node: fetches its configuration, verifies it, keeps it. */
@Component
public class IntroduceEntity {
    private final NodeIdentity node;
    private final Mirror mirror;
    private final Pins pins;
    private final KnownPeers knownPeers;
    private final Introductions introductions;
    private final Journal journal;
    private final TransactionOperations transactions;

    IntroduceEntity(
            NodeIdentity node,
            Mirror mirror,
            Pins pins,
            KnownPeers knownPeers,
            Introductions introductions,
            Journal journal,
            TransactionOperations transactions) {
        this.node = node;
        this.mirror = mirror;
        this.pins = pins;
        this.knownPeers = knownPeers;
        this.introductions = introductions;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** As {@link org.entente.node.trust.Trust#introduce}. */
    public IntroductionOutcome introduce(URI entity, Instant now) {
        IntroductionOutcome outcome = attempt(entity, now);
        if (outcome instanceof NotIntroduced(Reason reason)) {
            ObjectNode record =
                    Json.newObject().put("entity", entity.toString()).put("reason", reason.name());
            transactions.executeWithoutResult(
                    transaction -> journal.record("trust", "introduction-refused", record, now));
        }
        return outcome;
    }

    private IntroductionOutcome attempt(URI entity, Instant now) {
        if (!Origins.isOrigin(entity) || entity.equals(node.entityId())) {
            return new NotIntroduced(Reason.NO_NODE_ADDRESS);
        }
        return switch (mirror.fetch(Directory.configurationOf(entity), now)) {
            case FetchOutcome.Unavailable ignored -> new NotIntroduced(Reason.UNREACHABLE);
            case FetchOutcome.Fetched(var document) -> examine(entity, document.text(), now);
        };
    }

    /** As {@link org.entente.node.trust.Trust#acquaint}. */
    public IntroductionOutcome acquaint(URI entity, Instant now) {
        if (!Origins.isOrigin(entity) || entity.equals(node.entityId())) {
            return new NotIntroduced(Reason.NO_NODE_ADDRESS);
        }
        if (knownPeers.keysOf(entity, now).isPresent()) {
            return knownPeers
                    .peer(entity, now)
                    .<IntroductionOutcome>map(Introduced::new)
                    .orElseGet(() -> new NotIntroduced(Reason.NOT_GENUINE));
        }
        return mirror.document(Directory.configurationOf(entity))
                .map(document -> examine(entity, document.text(), now))
                .orElseGet(() -> new NotIntroduced(Reason.UNREACHABLE));
    }

    private IntroductionOutcome examine(URI entity, String text, Instant now) {
        try {
            EntityStatement configuration = EntityStatement.parse(text);
            if (!configuration.isConfiguration() || !configuration.subject().equals(entity)) {
                return new NotIntroduced(Reason.MALFORMED);
            }
            Introduction introduction = NodeMetadata.read(configuration);
            if (!(configuration.verify(configuration.keys(), now) instanceof StatementVerdict.Valid)) {
                return new NotIntroduced(Reason.NOT_GENUINE);
            }
            Optional<Jwks> pinned = pins.find(entity);
            if (pinned.isPresent() && !configuration.isSignedBy(pinned.get())) {
                return new NotIntroduced(Reason.NOT_PINNED);
            }
            keep(configuration, now);
            return new Introduced(introduction);
        } catch (ProtocolError e) {
            return new NotIntroduced(Reason.MALFORMED);
        }
    }

    private void keep(EntityStatement configuration, Instant now) {
        ObjectNode record =
                Json.newObject().put("entity", configuration.subject().toString());
        record.set("jwks", configuration.keys().toJson());
        transactions.executeWithoutResult(transaction -> {
            introductions.keep(configuration, now);
            journal.record("trust", "entity-introduced", record, now);
        });
    }
}
