package org.entente.node.trust.examine;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.trust.peer.DirectoryView;
import org.entente.node.trust.resolve.ResolveEntity;
import org.entente.node.trust.resolve.ResolveOutcome;
import org.entente.node.trust.resolve.SubordinateMirror;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.SearchOutcome;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares what the council's directory says of its members with what is pinned, and follows their chains, and those of the
 * entities that stand below this node.
 */
@Component
public class ExamineDirectory {
    /** How many of those below us are looked at at once. */
    private static final int AT_ONCE = 256;

    private final DirectoryView directory;
    private final SubordinateMirror subordinates;
    private final NodeIdentity node;
    private final Keys keys;
    private final ResolveEntity resolveEntity;
    private final Findings findings;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Secrets secrets;

    ExamineDirectory(
            DirectoryView directory,
            SubordinateMirror subordinates,
            NodeIdentity node,
            Keys keys,
            ResolveEntity resolveEntity,
            Findings findings,
            Journal journal,
            TransactionOperations transactions,
            Secrets secrets) {
        this.directory = directory;
        this.subordinates = subordinates;
        this.node = node;
        this.keys = keys;
        this.resolveEntity = resolveEntity;
        this.findings = findings;
        this.journal = journal;
        this.transactions = transactions;
        this.secrets = secrets;
    }

    /** Journals what is new of what is not believed. */
    public void examine(Instant now) {
        directory.anchor(now).ifPresent(anchor -> {
            directory.members().forEach(member -> {
                directory.statementAbout(member).ifPresent(about -> compare(member, about, now));
                follow(member, anchor.entity(), anchor.keys(), now);
            });
            cut(anchor.entity(), directory.beyond(), now);
        });
        Map<URI, Set<URI>> below = subordinates.below();
        below.forEach((entity, listed) -> cut(entity, listed.size() - SubordinateMirror.MAX_BELOW, now));
        byLot(below).forEach(entity -> follow(entity, node.entityId(), keys.federationKeys(), now));
    }

    /**
     * Those below us, and those that these list below themselves: all of them, or as many as are looked at at once. Then lots
     * are drawn anew for each look: a turn by the clock would leave out for good whoever's turn falls between two looks.
     */
    private List<URI> byLot(Map<URI, Set<URI>> below) {
        List<URI> all = below.entrySet().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.getKey()), one.getValue().stream().limit(SubordinateMirror.MAX_BELOW)))
                .distinct()
                .toList();
        return all.size() <= AT_ONCE ? all : Lots.draw(all, AT_ONCE, secrets);
    }

    /** Whoever lists more than anybody reads is said to do so, once. */
    private void cut(URI entity, int beyond, Instant now) {
        if (beyond > 0) {
            report(entity, "list-too-long", "", new byte[0], now);
        }
    }

    private void compare(URI member, EntityStatement about, Instant now) {
        Optional<Jwks> pinned = directory.pinned(member);
        if (pinned.isPresent() && !pinned.get().keys().containsAll(about.keys().keys())) {
            report(
                    member,
                    "directory-offers-other-keys",
                    "",
                    Json.canonical(about.keys().toJson()),
                    now);
        }
    }

    private void follow(URI entity, URI anchor, Jwks keys, Instant now) {
        SearchOutcome outcome = resolveEntity.search(entity, anchor, keys, now);
        if (outcome instanceof SearchOutcome.NotFound not
                && not.reason() != SearchOutcome.Reason.UNKNOWN_SUBJECT
                && not.reason() != SearchOutcome.Reason.MISSING) {
            String chain = new ResolveOutcome.NotTrusted(not).reason();
            report(entity, "chain-refused", chain, chain.getBytes(StandardCharsets.UTF_8), now);
        }
    }

    /** @param detail why in words, which the leaf opens to; "" where the reason says all */
    private void report(URI member, String reason, String detail, byte[] evidence, Instant now) {
        transactions.executeWithoutResult(transaction -> {
            if (findings.add(member, reason, detail, Secrets.sha256(evidence), now)) {
                ObjectNode record = Json.newObject()
                        .put("entity", member.toString())
                        .put("reason", reason)
                        .put("evidence", Secrets.base64url(Secrets.sha256(evidence)));
                if (!detail.isEmpty()) {
                    record.put("detail", detail);
                }
                journal.record("trust", "statement-refused", record, now);
            }
        });
    }
}
