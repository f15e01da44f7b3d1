package org.entente.node.agreements.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.agreements.drafting.KeptDraft.Answer;
import org.entente.node.web.NotFound;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where drafts are kept. */
@Component
public class Drafts {
    /** The most drafts at a time. */
    public static final int MAX = 64;

    private final JdbcClient sql;

    Drafts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a new one; false when there are as many as may be. */
    boolean add(KeptDraft draft) {
        return sql.sql("""
                        insert into agreements.drafts (id, edition, draft, entente, predecessor, changed_at)
                        select :id, :edition, :draft, :entente, :predecessor, :at
                        where (select count(*) from agreements.drafts) < :max""")
                        .param("id", draft.id())
                        .param("edition", draft.edition())
                        .param("draft", Json.canonical(draft.json()))
                        .param("entente", draft.answer().map(Answer::entente).orElse(null))
                        .param(
                                "predecessor",
                                draft.answer().map(Answer::predecessor).orElse(null))
                        .param("at", Timestamp.from(draft.changedAt()))
                        .param("max", MAX)
                        .update()
                == 1;
    }

    /** Replaces the edition before this one; false when somebody else has. */
    public boolean replace(KeptDraft changed) {
        return sql.sql("""
                        update agreements.drafts set edition = :edition, draft = :draft, changed_at = :at
                        where id = :id and edition = :edition - 1""")
                        .param("id", changed.id())
                        .param("edition", changed.edition())
                        .param("draft", Json.canonical(changed.json()))
                        .param("at", Timestamp.from(changed.changedAt()))
                        .update()
                == 1;
    }

    /** Throws this edition away; false when somebody has written another, which stays. */
    public boolean remove(KeptDraft read) {
        return sql.sql("delete from agreements.drafts where id = :id and edition = :edition")
                        .param("id", read.id())
                        .param("edition", read.edition())
                        .update()
                == 1;
    }

    public Optional<KeptDraft> find(UUID id) {
        return sql.sql("select * from agreements.drafts where id = :id")
                .param("id", id)
                .query(Drafts::read)
                .optional();
    }

    /**
     * The draft of this name in an address.
     *
     * @throws NotFound when there is none
     */
    public KeptDraft named(String id) {
        try {
            return find(UUID.fromString(id)).orElseThrow(NotFound::new);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    /** All of them, the last changed first. */
    public List<KeptDraft> all() {
        return sql.sql("select * from agreements.drafts order by changed_at desc, id")
                .query(Drafts::read)
                .list();
    }

    private static KeptDraft read(ResultSet row, int number) throws SQLException {
        return new KeptDraft(
                row.getObject("id", UUID.class),
                row.getInt("edition"),
                Json.object(row.getBytes("draft")),
                Optional.ofNullable(row.getString("entente"))
                        .map(entente -> new Answer(entente, column(row, "predecessor"))),
                row.getTimestamp("changed_at").toInstant());
    }

    private static String column(ResultSet row, String name) {
        try {
            return Optional.ofNullable(row.getString(name)).orElse("");
        } catch (SQLException e) {
            throw new IllegalStateException("the column " + name + " could not be read", e);
        }
    }
}
