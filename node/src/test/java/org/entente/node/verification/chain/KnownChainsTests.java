package org.entente.node.verification.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.node.verification.TestIssuer;
import org.junit.jupiter.api.Test;

class KnownChainsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LONG = Duration.ofDays(3);

    private final TestIssuer registrar = TestIssuer.at(URI.create("https://quebec.example/o/etat-civil"), NOW);
    private final List<X509Certificate> chain = registrar.key().certificates();
    private final KnownChains chains = new KnownChains();

    @Test
    void a_chain_leads_to_its_authority_and_to_no_other() {
        TestIssuer other = TestIssuer.at(URI.create("https://quebec.example/o/etat-civil"), NOW);

        assertThat(chains.leads(chain, registrar.authority(), NOW)).isTrue();
        assertThat(chains.leads(chain, other.authority(), NOW)).isFalse();
        assertThat(chains.leads(chain, other.authority(), NOW))
                .as("asked again")
                .isFalse();
        assertThat(chains.leads(List.of(), registrar.authority(), NOW)).isFalse();
    }

    @Test
    void a_chain_that_was_followed_once_leads_nowhere_before_and_after_its_time() {
        assertThat(chains.leads(chain, registrar.authority(), NOW)).isTrue();

        assertThat(chains.leads(chain, registrar.authority(), NOW.plus(LONG))).isFalse();
        assertThat(chains.leads(chain, registrar.authority(), NOW.minus(LONG))).isFalse();
        assertThat(chains.leads(chain, registrar.authority(), NOW)).isTrue();
    }

    @Test
    void what_failed_once_for_its_time_leads_when_its_time_has_come() {
        assertThat(chains.leads(chain, registrar.authority(), NOW.minus(LONG))).isFalse();
        assertThat(chains.leads(chain, registrar.authority(), NOW)).isTrue();
    }
}
