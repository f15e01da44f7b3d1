package org.entente.node.agreements.held;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The number of the last change in this room; whoever changes something takes it first. The number of a change that was undone
 * is not given again.
 */
@Component
public class Ledger {
    private final JdbcClient sql;

    Ledger(JdbcClient sql) {
        this.sql = sql;
    }

    /** Begins a change: waits until every other change, in any process, has ended. For the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open() {
        sql.sql("update agreements.ledger set version = nextval('agreements.changes')")
                .update();
    }

    /** The number of the last change that has ended. */
    long version() {
        return sql.sql("select version from agreements.ledger")
                .query(Long.class)
                .single();
    }
}
