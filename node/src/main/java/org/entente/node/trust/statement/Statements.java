package org.entente.node.trust.statement;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.Marks;
import org.entente.protocols.federation.Rules;
import org.entente.protocols.federation.StatementContent;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our signed statements. Each is signed once and is the same bytes for every reader and from every process, until what it
 * says changes or half of its life is over.
 */
@Component
public class Statements {
    /** How long a statement is valid. */
    static final Duration LIFETIME = Duration.ofHours(24);

    private final JdbcClient sql;
    private final Frontier frontier;

    Statements(JdbcClient sql, Frontier frontier) {
        this.sql = sql;
        this.frontier = frontier;
    }

    /**
     * What a statement is to say.
     *
     * @param address where it is published
     * @param signer with a key of the issuer's
     */
    record Draft(
            URI issuer,
            URI subject,
            URI address,
            Jwks keys,
            List<URI> authorityHints,
            ObjectNode metadata,
            Rules rules,
            Marks marks,
            Signer signer) {
        StatementContent at(Instant issuedAt) {
            return new StatementContent(
                    issuer, subject, issuedAt, issuedAt.plus(LIFETIME), keys, authorityHints, metadata, rules, marks);
        }

        /** What it says, at whatever time. */
        byte[] digest() {
            return Secrets.sha256(Json.canonical(at(Instant.EPOCH).toJson().put("signed by", signer.keyId())));
        }
    }

    /** The statement, as it is published now. */
    @Transactional
    public String current(Draft draft, Instant now) {
        byte[] digest = draft.digest();
        return valid(draft, digest, now).orElseGet(() -> renew(draft, digest, now));
    }

    private Optional<String> valid(Draft draft, byte[] digest, Instant now) {
        return sql.sql("""
                        select statement from trust.statements
                        where issuer = :issuer and subject = :subject and content = :content and renew_at > :now""")
                .param("issuer", draft.issuer().toString())
                .param("subject", draft.subject().toString())
                .param("content", digest)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
    }

    /** Signs anew, unless another process did so at the same time: then its statement is ours too. */
    private String renew(Draft draft, byte[] digest, Instant now) {
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        String fresh = EntityStatement.sign(draft.at(issuedAt), draft.signer()).toString();
        int signed = sql.sql("""
                        insert into trust.statements as known (issuer, subject, statement, content, renew_at)
                        values (:issuer, :subject, :statement, :content, :renew)
                        on conflict (issuer, subject) do update
                        set statement = excluded.statement, content = excluded.content, renew_at = excluded.renew_at
                        where known.content <> excluded.content or known.renew_at <= :now""")
                .param("issuer", draft.issuer().toString())
                .param("subject", draft.subject().toString())
                .param("statement", fresh)
                .param("content", digest)
                .param("renew", Timestamp.from(issuedAt.plus(LIFETIME.dividedBy(2))))
                .param("now", Timestamp.from(now))
                .update();
        if (signed == 0) {
            return valid(draft, digest, now).orElseThrow();
        }
        frontier.published(draft.address(), EntityStatement.MEDIA_TYPE, fresh.getBytes(StandardCharsets.US_ASCII), now);
        return fresh;
    }
}
