package org.entente.node.trust.examine;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.Secrets;
import org.entente.node.trust.peer.DirectoryView;
import org.entente.node.trust.resolve.ResolveEntity;
import org.entente.node.trust.resolve.ResolveOutcome;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.SearchOutcome;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Compares what the council's directory says of its members with what is pinned, and follows their chains. */
@Component
public class ExamineDirectory {
    private final DirectoryView directory;
    private final ResolveEntity resolveEntity;
    private final Findings findings;
    private final Journal journal;
    private final TransactionOperations transactions;

    ExamineDirectory(
            DirectoryView directory,
            ResolveEntity resolveEntity,
            Findings findings,
            Journal journal,
            TransactionOperations transactions) {
        this.directory = directory;
        this.resolveEntity = resolveEntity;
        this.findings = findings;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Journals what is new of what is not believed. */
    public void examine(Instant now) {
        directory
                .anchor(now)
                .ifPresent(anchor -> directory.members().forEach(member -> {
                    directory.statementAbout(member).ifPresent(about -> compare(member, about, now));
                    follow(member, anchor, now);
                }));
    }

    private void compare(URI member, EntityStatement about, Instant now) {
        Optional<Jwks> pinned = directory.pinned(member);
        if (pinned.isPresent() && !pinned.get().keys().containsAll(about.keys().keys())) {
            report(
                    member,
                    "directory-offers-other-keys",
                    Json.canonical(about.keys().toJson()),
                    now);
        }
    }

    private void follow(URI member, DirectoryView.Anchor anchor, Instant now) {
        SearchOutcome outcome = resolveEntity.search(member, anchor.entity(), anchor.keys(), now);
        if (outcome instanceof SearchOutcome.NotFound not
                && not.reason() != SearchOutcome.Reason.UNKNOWN_SUBJECT
                && not.reason() != SearchOutcome.Reason.MISSING) {
            String reason = new ResolveOutcome.NotTrusted(not).reason();
            report(member, "chain-refused", reason.getBytes(StandardCharsets.UTF_8), now);
        }
    }

    private void report(URI member, String reason, byte[] evidence, Instant now) {
        transactions.executeWithoutResult(transaction -> {
            if (findings.add(member, reason, Secrets.sha256(evidence), now)) {
                ObjectNode record = Json.newObject()
                        .put("entity", member.toString())
                        .put("reason", reason)
                        .put("evidence", Secrets.base64url(Secrets.sha256(evidence)));
                journal.record("trust", "statement-refused", record, now);
            }
        });
    }
}
