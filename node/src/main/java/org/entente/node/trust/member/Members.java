package org.entente.node.trust.member;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.trust.statement.NodeMetadata;
import org.entente.node.trust.statement.Subordinates;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.jose.Jwks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where members are kept. */
@Component
@OnDirectory
class Members implements Subordinates {
    private final JdbcClient sql;

    Members(JdbcClient sql) {
        this.sql = sql;
    }

    /** Enrols a member; false when it is one already. */
    boolean add(EntityStatement configuration, String enrolledBy, Instant now) {
        return sql.sql("""
                        insert into trust.members (entity, statement, enrolled_at, enrolled_by)
                        values (:entity, :statement, :now, :by)
                        on conflict (entity) do nothing""")
                        .param("entity", configuration.subject().toString())
                        .param("statement", configuration.toString())
                        .param("now", Timestamp.from(now))
                        .param("by", enrolledBy)
                        .update()
                == 1;
    }

    /** States a member as it presents itself now; false when that is how it is listed. */
    boolean restate(EntityStatement configuration) {
        return sql.sql("""
                        update trust.members set statement = :statement
                        where entity = :entity and statement <> :statement""")
                        .param("entity", configuration.subject().toString())
                        .param("statement", configuration.toString())
                        .update()
                == 1;
    }

    /** All members, in the order of enrolment. */
    List<Member> list() {
        return sql.sql("select statement, enrolled_at from trust.members order by enrolled_at, entity")
                .query((row, number) -> new Member(
                        NodeMetadata.read(EntityStatement.parse(row.getString("statement"))),
                        row.getTimestamp("enrolled_at").toInstant()))
                .list();
    }

    @Override
    public List<URI> all() {
        return sql.sql("select entity from trust.members order by entity")
                .query((row, number) -> URI.create(row.getString("entity")))
                .list();
    }

    /** A member is a government's node, and has organisations below it. */
    @Override
    public Set<String> entityTypes(URI subordinate) {
        return Set.of("federation_entity", NodeMetadata.TYPE);
    }

    @Override
    public boolean isIntermediate(URI subordinate) {
        return true;
    }

    @Override
    public Optional<Jwks> keysOf(URI subordinate) {
        return sql.sql("select statement from trust.members where entity = :entity")
                .param("entity", subordinate.toString())
                .query(String.class)
                .optional()
                .map(statement -> EntityStatement.parse(statement).keys());
    }
}
