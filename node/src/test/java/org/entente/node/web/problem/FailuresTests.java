package org.entente.node.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.entente.node.kernel.Secrets;
import org.entente.node.web.Forbidden;
import org.entente.node.web.NotFound;
import org.entente.node.web.SignInRequired;
import org.entente.node.web.guard.BodyTooLarge;
import org.entente.protocols.ProtocolError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;

class FailuresTests {
    private final Failures failures = new Failures(new Incidents(new Secrets(new SecureRandom())));

    @Test
    void malformed_input_keeps_its_code_and_its_public_text() {
        Failure failure = of(new ProtocolError("invalid_proof", "the proof is malformed", "private"));
        assertThat(failure.status().value()).isEqualTo(400);
        assertThat(failure.code()).isEqualTo("invalid_proof");
        assertThat(failure.text()).isEqualTo("the proof is malformed");
    }

    @Test
    void what_pages_throw_has_its_status() {
        assertThat(of(new NotFound()).status().value()).isEqualTo(404);
        assertThat(of(new Forbidden()).status().value()).isEqualTo(403);
        assertThat(of(new SignInRequired()).status().value()).isEqualTo(401);
    }

    @Test
    void an_oversized_body_is_refused_whoever_noticed() {
        assertThat(of(new BodyTooLarge()).code()).isEqualTo("body_too_large");
        assertThat(of(new InvalidParameterException("", 413)).code()).isEqualTo("body_too_large");
    }

    @Test
    void a_wrong_method_says_which_are_right() {
        Failure failure = of(new HttpRequestMethodNotSupportedException("PUT", List.of("GET", "POST")));
        assertThat(failure.code()).isEqualTo("method_not_allowed");
        assertThat(failure.headers().getAllow()).isEqualTo(Set.of(HttpMethod.GET, HttpMethod.POST));
    }

    @Test
    void a_body_of_a_wrong_type_is_refused() {
        assertThat(of(new HttpMediaTypeNotSupportedException("text/csv")).code())
                .isEqualTo("unsupported_media_type");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_bug_is_told_by_its_incident_and_logged_without_what_it_quotes(CapturedOutput log) {
        Failure failure = of(new IllegalStateException("Key (email)=(marie.chicoutimi@example.org) exists"));
        assertThat(failure.status().value()).isEqualTo(500);
        assertThat(failure.text()).doesNotContain("chicoutimi").contains(failure.incident());
        assertThat(log).contains(failure.incident(), "IllegalStateException").doesNotContain("chicoutimi");
    }

    @Test
    void a_database_that_is_away_is_no_bug_and_the_caller_may_try_again() {
        SQLException gone = new SQLException("terminating connection", "57P01");
        var rollback = new TransactionSystemException("no rollback", new SQLException("closed"));
        rollback.initApplicationException(new DataAccessResourceFailureException("x", gone));
        for (Throwable outage : List.of(
                new DataAccessResourceFailureException("x", gone),
                new TransactionSystemException("no commit, no rollback", new SQLException("Connection is closed")),
                new CannotCreateTransactionException("x", new SQLTransientConnectionException("no connection left")),
                rollback)) {
            Failure failure = of(outage);
            assertThat(failure.status().value()).isEqualTo(503);
            assertThat(failure.code()).isEqualTo("unavailable");
            assertThat(failure.headers().getFirst("Retry-After")).isEqualTo("2");
            assertThat(failure.incident()).isEmpty();
        }
    }

    @Test
    void what_the_database_refuses_is_a_bug_as_before() {
        SQLException duplicate = new SQLException("duplicate key", "23505");
        assertThat(of(new DuplicateKeyException("x", duplicate)).status().value())
                .isEqualTo(500);
    }

    @Test
    void an_error_without_a_state_is_an_outage_only_where_it_is_about_the_connection() {
        assertThat(of(new DataAccessResourceFailureException("x", new SQLException("no such column")))
                        .status()
                        .value())
                .isEqualTo(500);
        assertThat(of(new DataAccessResourceFailureException("x", new SQLNonTransientConnectionException("away")))
                        .status()
                        .value())
                .isEqualTo(503);
        assertThat(of(new DataAccessResourceFailureException("x", new SQLTimeoutException("too slow", "57014")))
                        .status()
                        .value())
                .isEqualTo(500);
    }

    private Failure of(Throwable thrown) {
        return failures.of(thrown, "GET /test");
    }
}
