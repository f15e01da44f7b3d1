package org.entente.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.entente.node.TestNode;
import org.entente.node.keys.FederationKeys;
import org.entente.node.keys.Keys;
import org.entente.protocols.Requirement;
import org.entente.protocols.federation.HistoricalKeys;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** OpenID Federation 1.0 §8.7. */
class HistoricalKeysTests {
    @Test
    @Requirement("OpenID Federation 1.0 §8.7 keys")
    void publishes_the_key_that_it_had_before() throws Exception {
        try (TestNode old = TestNode.government("perce")) {
            Jwks before = Jwks.of(old.bean(Keys.class).federation().publicKey());
            assertThat(historicalKeys(old.address()).keys()).isEmpty();

            FederationKeys keys = old.bean(FederationKeys.class);
            old.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
                keys.prepare(Instant.now());
                keys.adopt(Instant.now());
            });
            assertThat(historicalKeys(old.address()).keys()).isEmpty();
            assertThat(keys.believed().keys()).hasSize(2).containsAll(before.keys());
            old.bean(TransactionOperations.class).executeWithoutResult(transaction -> keys.giveUpFormer());
            try (TestNode renewed = old.twin()) {
                HistoricalKeys former = historicalKeys(renewed.address());

                assertThat(former.keys()).hasSize(1);
                assertThat(Jwks.of(former.keys().getFirst().key())).isEqualTo(before);
                assertThat(former.keys().getFirst().usedUntil())
                        .isBefore(Instant.now().plusSeconds(1));
                assertThat(renewed.bean(Keys.class).federation().publicKey())
                        .isNotEqualTo(before.keys().getFirst());
            }
        }
    }

    private static HistoricalKeys historicalKeys(URI address) throws Exception {
        HttpResponse<String> answer = TestFetch.get(address, "/federation/historical-keys");
        assertThat(answer.headers().firstValue("Content-Type")).contains(HistoricalKeys.MEDIA_TYPE);
        return HistoricalKeys.parse(CompactJws.parse(answer.body()));
    }
}
