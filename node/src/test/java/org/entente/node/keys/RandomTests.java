package org.entente.node.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.SecureRandom;
import java.util.Map;
import org.entente.node.TestNode;
import org.junit.jupiter.api.Test;

class RandomTests {
    @Test
    void random_numbers_are_made_by_whoever_computes_the_rest() {
        AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
        String expected = corretto.getLoadingError() == null ? corretto.getName() : "SUN";
        try (TestNode node = TestNode.directory(Map.of())) {
            assertThat(node.bean(SecureRandom.class).getProvider().getName()).isEqualTo(expected);
        }
    }
}
