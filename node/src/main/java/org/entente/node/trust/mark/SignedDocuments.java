package org.entente.node.trust.mark;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where what is signed once is kept until what it says changes or it is due to be signed anew. */
@Component
public class SignedDocuments {
    private final JdbcClient sql;

    SignedDocuments(JdbcClient sql) {
        this.sql = sql;
    }

    /** A document as it is published, and whether it was signed just now. */
    public record Signed(String document, boolean isNew) {}

    /**
     * The document of this name, signed anew if it says something else or is due.
     *
     * @param content the hash of what it says
     */
    @Transactional
    public Signed current(String name, byte[] content, Instant renewAt, Instant now, Supplier<String> sign) {
        Optional<String> known = find(name, content, now);
        if (known.isPresent()) {
            return new Signed(known.get(), false);
        }
        String fresh = sign.get();
        boolean first = sql.sql("""
                        insert into trust.signed as known (name, content, document, renew_at)
                        values (:name, :content, :document, :renew)
                        on conflict (name) do update
                        set content = excluded.content, document = excluded.document, renew_at = excluded.renew_at
                        where known.content <> excluded.content or known.renew_at <= :now""")
                        .param("name", name)
                        .param("content", content)
                        .param("document", fresh)
                        .param("renew", Timestamp.from(renewAt))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
        // Another process was quicker: its document is ours too.
        return first
                ? new Signed(fresh, true)
                : new Signed(find(name, content, now).orElseThrow(), false);
    }

    private Optional<String> find(String name, byte[] content, Instant now) {
        return sql.sql(
                        "select document from trust.signed where name = :name and content = :content and renew_at > :now")
                .param("name", name)
                .param("content", content)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
    }
}
