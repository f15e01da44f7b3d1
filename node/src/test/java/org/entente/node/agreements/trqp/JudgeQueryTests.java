package org.entente.node.agreements.trqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.IDENTITY;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.etatCivil;
import static org.entente.node.agreements.TestEntentes.inForce;

import java.time.Instant;
import java.util.Map;
import org.entente.node.agreements.ruling.HeldEntente;
import org.junit.jupiter.api.Test;

class JudgeQueryTests {
    private static final HeldEntente HELD = HeldEntente.known(inForce()).confirmedAt(NOW);

    @Test
    void a_client_whose_clock_is_a_little_fast_asks_about_now() {
        assertThat(isAuthorized(NOW.plusMillis(500))).isTrue();
        assertThat(isAuthorized(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void nothing_is_authorized_today_for_a_moment_that_comes() {
        assertThat(isAuthorized(NOW.plusSeconds(61))).isFalse();
    }

    private static boolean isAuthorized(Instant at) {
        TrqpQuery query = new TrqpQuery(etatCivil(), HELD.state().entente().id(), "issue", IDENTITY, Map.of());
        return new JudgeQuery(HELD, query, at, NOW).authorization() instanceof TrqpVerdict.Answered answered
                && answered.yes();
    }
}
