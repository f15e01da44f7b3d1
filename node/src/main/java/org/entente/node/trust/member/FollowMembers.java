package org.entente.node.trust.member;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.journal.Journal;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementVerdict;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows members that change their keys, by what each says of itself: a configuration that one of the keys signed under which
 * the directory lists it. Whoever changed all its keys while the directory was away is enrolled again by the council.
 */
@Component
@OnDirectory
class FollowMembers {
    private final Members members;
    private final Mirror mirror;
    private final Journal journal;
    private final TransactionOperations transactions;

    FollowMembers(Members members, Mirror mirror, Journal journal, TransactionOperations transactions) {
        this.members = members;
        this.mirror = mirror;
        this.journal = journal;
        this.transactions = transactions;
    }

    void follow(Instant now) {
        for (URI member : members.all()) {
            Optional<Jwks> listed = members.keysOf(member);
            configuration(member)
                    .filter(own ->
                            listed.filter(keys -> changes(own, keys, now)).isPresent())
                    .ifPresent(own -> restate(own, now));
        }
    }

    private Optional<EntityStatement> configuration(URI member) {
        try {
            return mirror.document(URI.create(member + EntityStatement.WELL_KNOWN_PATH))
                    .map(MirroredDocument::text)
                    .map(EntityStatement::parse)
                    .filter(own -> own.isConfiguration() && own.subject().equals(member));
        } catch (ProtocolError malformed) {
            return Optional.empty();
        }
    }

    private static boolean changes(EntityStatement own, Jwks listed, Instant now) {
        return !own.keys().equals(listed)
                && own.isSignedBy(listed)
                && own.verify(own.keys(), now) instanceof StatementVerdict.Valid;
    }

    private void restate(EntityStatement own, Instant now) {
        ObjectNode record = Json.newObject().put("entity", own.subject().toString());
        record.set("jwks", own.keys().toJson());
        transactions.executeWithoutResult(transaction -> {
            if (members.restate(own)) {
                journal.record("trust", "member-keys-followed", record, now);
            }
        });
    }
}
