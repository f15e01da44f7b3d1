package org.entente.node;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that a node keeps, a line for each table: the same before and after, nothing was written. */
final class TableDigests {
    /**
     * What is counted and who is led to sign in belongs to a refusal; a question to a passkey, which everybody may have asked,
     * is no refusal; the number of the ledger only has its readers look again; the timetable of the jobs belongs to nobody's
     * request.
     */
    private static final Set<String> BESIDE =
            Set.of("limits.uses", "signin.sessions", "signin.challenges", "agreements.ledger", "jobs.scheduled_tasks");

    private TableDigests() {}

    static Map<String, String> of(TestNode node) {
        JdbcClient sql = node.bean(JdbcClient.class);
        List<String> tables =
                sql.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                         where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""").query((row, number) -> row.getString(1)).list();
        Map<String, String> digests = new TreeMap<>();
        tables.stream()
                .filter(table -> !BESIDE.contains(table))
                .forEach(table -> digests.put(
                        table,
                        sql.sql("select count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                                        + table + " t")
                                .query(String.class)
                                .single()));
        return digests;
    }
}
