package org.entente.node.frontier;

import org.entente.node.web.NavigationEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room brings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FrontierSettings.class)
class FrontierRoom {
    private static final int LATE = 80;

    @Bean
    NavigationEntry frontierNavigation() {
        return new NavigationEntry(LATE, "/frontier", "frontier.navigation");
    }
}
