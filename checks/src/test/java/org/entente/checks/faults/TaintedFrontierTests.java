package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.entente.demo.DemoFailed;
import org.entente.demo.RegisterValues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That {@link TaintTests} would find a value at a frontier: in what goes out, in what was refused, and in what was mirrored. */
@InProvinces
class TaintedFrontierTests {
    private static final String VALUE = "Qaujimajatuqangit Canari-51d0";

    private final PairedNode quebec;
    private final Searched searched;

    TaintedFrontierTests(Provinces provinces) {
        this.quebec = provinces.quebec();
        this.searched = new Searched(RegisterValues.of(Set.of(VALUE)), List.of(quebec));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frontier.outbox (recipient, jti, type, message, expires_at, state) values"
                        + " ('https://planted.example', gen_random_uuid(), 'planted', '%s', now(), 'expired')",
                "frontier.blocked (at, peer, type, reason, sha256, leaf, salt) values"
                        + " (now(), 'https://planted.example', 'planted', '%s', '', gen_random_uuid(), '')",
                "frontier.mirror (address, content_type, body, sha256, etag, fetched_at) values"
                        + " ('https://planted.example', 'planted', '%s'::bytea, '', '', now())"
            })
    void a_planted_value_is_found(String where) throws SQLException {
        String token = TaintTests.token(quebec.door());
        String value = Base64.getUrlEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));
        String table = where.split(" ", 2)[0];
        searched.requireCrossings(quebec, token);
        try (var connection = quebec.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into " + where.formatted(value));
            try {
                assertThatThrownBy(() -> searched.requireCrossings(quebec, token))
                        .isInstanceOf(DemoFailed.class);
            } finally {
                statement.executeUpdate("delete from " + table + " t where t::text like '%planted%'");
            }
        }
        searched.requireCrossings(quebec, token);
    }
}
