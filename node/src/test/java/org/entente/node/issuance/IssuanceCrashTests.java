package org.entente.node.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.entente.node.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that dies between two statements of an issuance. To the database that is a connection that ends without a
 * commit: another session holds the next table, so that the issuance stops there, and its connection is ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuanceCrashTests {
    private TestNode node;
    private TestHolder holder;

    @BeforeAll
    void start() {
        node = TestIssuer.start();
        holder = new TestHolder(node);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void leaves_no_half_issued_credential_and_the_nonce_unspent() throws SQLException {
        String token = holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY));
        List<String> proofs = holder.proofs(holder.keys(3), holder.nonce());

        for (String table : List.of("journal.leaves", "issuance.families", "issuance.status_entries")) {
            List<Long> before = state();
            HttpResponse<String> answer = dyingAt(table, () -> holder.request(token, TestIssuer.IDENTITY, proofs));
            assertThat(answer.statusCode()).as(table).isEqualTo(503);
            assertThat(state()).as(table).isEqualTo(before);
        }

        assertThat(holder.request(token, TestIssuer.IDENTITY, proofs).statusCode())
                .isEqualTo(200);
    }

    @Test
    void leaves_the_code_unused_where_no_token_came_of_it() throws SQLException {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String code = holder.code(given);

        HttpResponse<String> answer =
                dyingAt("signin.access_tokens", () -> holder.redeem(code, given.transactionCode()));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(holder.redeem(code, given.transactionCode()).statusCode()).isEqualTo(200);
        assertThat(holder.redeem(code, given.transactionCode()).statusCode()).isEqualTo(400);
    }

    @Test
    void tells_to_try_again_while_every_connection_is_taken_and_leaves_the_code_unused() throws SQLException {
        TestHolder.Given given = holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        String code = holder.code(given);
        Deque<Connection> taken = takeAll();
        try {
            HttpResponse<String> answer = holder.redeem(code, given.transactionCode());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        } finally {
            while (!taken.isEmpty()) {
                taken.pop().close();
            }
        }
        assertThat(holder.redeem(code, given.transactionCode()).statusCode()).isEqualTo(200);
    }

    /** As many as the pool gives; jobs that wait for one may get it first. */
    private Deque<Connection> takeAll() throws SQLException {
        Deque<Connection> taken = new ArrayDeque<>();
        DataSource pool = node.bean(DataSource.class);
        while (true) {
            try {
                taken.push(pool.getConnection());
            } catch (SQLTransientConnectionException none) {
                return taken;
            }
        }
    }

    private interface Request {
        HttpResponse<String> send();
    }

    /** The answer to a request whose connection to the database ends while it waits to write into a table. */
    private HttpResponse<String> dyingAt(String table, Request request) throws SQLException {
        try (Connection holding = node.bean(DataSource.class).getConnection();
                Statement statement = holding.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holding.setAutoCommit(false);
            statement.execute("lock table " + table + " in exclusive mode");
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(request::send, threads);
            await().until(() -> waitingFor(table) > 0);
            node.bean(JdbcClient.class)
                    .sql("""
                            select pg_terminate_backend(pid) from pg_locks
                            where relation = cast(:table as regclass) and not granted
                            """)
                    .param("table", table)
                    .query((row, number) -> row.getBoolean(1))
                    .list();
            HttpResponse<String> response = answer.join();
            holding.rollback();
            return response;
        }
    }

    private long waitingFor(String table) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from pg_locks where relation = cast(:table as regclass) and not granted")
                .param("table", table)
                .query(Long.class)
                .single();
    }

    private List<Long> state() {
        return List.of(
                        "issuance.spent_nonces",
                        "issuance.families",
                        "issuance.status_entries",
                        "issuance.seeds",
                        "people.mails")
                .stream()
                .map(table -> node.bean(JdbcClient.class)
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }
}
