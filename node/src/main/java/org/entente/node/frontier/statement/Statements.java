package org.entente.node.frontier.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.node.frontier.crossing.Crossings;
import org.entente.node.journal.Journal;
import org.entente.node.journal.LeafId;
import org.entente.node.journal.RecordedLeaf;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Where the statements of days that are over are kept, each with the leaf that dates it. */
@Component
public class Statements {
    static final String LEAF_TYPE = "statement-signed";

    private final JdbcClient sql;
    private final Journal journal;

    Statements(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    /** The statement of a day, and what proves when it was made. */
    public record Kept(LocalDate day, String statement, RecordedLeaf leaf) {
        /** What the leaf commits to. */
        public ObjectNode record() {
            return Statements.record(day, statement);
        }
    }

    /** Keeps the statement of a day in the caller's transaction, unless there is one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(LocalDate day, String statement, Instant now) {
        if (find(day).isPresent()) {
            return;
        }
        RecordedLeaf leaf = journal.record(Crossings.STREAM, LEAF_TYPE, record(day, statement), now);
        sql.sql("insert into frontier.statements (day, statement, leaf, salt) values (:day, :statement, :leaf, :salt)")
                .param("day", day)
                .param("statement", statement)
                .param("leaf", leaf.id().value())
                .param("salt", leaf.salt())
                .update();
    }

    /** The statement of a day that is over. */
    Optional<String> find(LocalDate day) {
        return sql.sql("select statement from frontier.statements where day = :day")
                .param("day", day)
                .query(String.class)
                .optional();
    }

    /** The last day that has one. */
    Optional<LocalDate> lastDay() {
        return sql.sql("select day from frontier.statements order by day desc limit 1")
                .query(LocalDate.class)
                .optional();
    }

    /** The days that have one, latest first. */
    List<LocalDate> days(int limit) {
        return sql.sql("select day from frontier.statements order by day desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .list();
    }

    /** The statements of these leaves. */
    public Map<LeafId, Kept> of(Collection<LeafId> leaves) {
        return sql
                .sql("select day, statement, leaf, salt from frontier.statements where leaf = any(:leaves)")
                .param("leaves", leaves.stream().map(LeafId::value).toArray(UUID[]::new))
                .query((row, number) -> new Kept(
                        row.getObject("day", LocalDate.class),
                        row.getString("statement"),
                        new RecordedLeaf(new LeafId(row.getObject("leaf", UUID.class)), row.getBytes("salt"))))
                .list()
                .stream()
                .collect(Collectors.toMap(kept -> kept.leaf().id(), Function.identity()));
    }

    private static ObjectNode record(LocalDate day, String statement) {
        return Json.newObject().put("day", day.toString()).put("sha256", Secrets.base64url(Secrets.hash(statement)));
    }
}
