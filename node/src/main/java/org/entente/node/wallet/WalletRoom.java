package org.entente.node.wallet;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room brings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WalletSettings.class)
class WalletRoom {
    /** Many holders at once speak to the same few issuers, and a batch of credentials takes a while to sign. */
    private static final OutsideLimits TO_STRANGERS =
            new OutsideLimits("", Duration.ofSeconds(15), 1024 * 1024, 200, 40);

    /** The wallet's way out. */
    @Bean
    Outside outside(NodeIdentity node, SSLContext tls) {
        return new Outside(TO_STRANGERS, node, tls);
    }
}
