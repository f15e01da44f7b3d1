package org.entente.node.frontier;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideLimits;
import org.entente.node.web.NavigationEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room brings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FrontierSettings.class)
class FrontierRoom {
    private static final int LATE = 80;

    /** Documents of a mebibyte, and few connections to one government, so that a slow one holds up no other. */
    private static final OutsideLimits DOOR =
            new OutsideLimits("entente", Duration.ofSeconds(10), Mirror.MAX_BYTES, 64, 4);

    @Bean
    NavigationEntry frontierNavigation() {
        return new NavigationEntry(LATE, "/frontier", "frontier.navigation");
    }

    /** The door. */
    @Bean
    Outside outside(NodeIdentity node, SSLContext tls) {
        return new Outside(DOOR, node, tls);
    }
}
