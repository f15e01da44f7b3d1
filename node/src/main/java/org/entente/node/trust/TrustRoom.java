package org.entente.node.trust;

import org.entente.node.trust.member.OnDirectory;
import org.entente.node.web.NavigationEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room brings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrustSettings.class)
class TrustRoom {
    private static final int EARLY = 20;

    @Bean
    @OnDirectory
    NavigationEntry membersNavigation() {
        return new NavigationEntry(EARLY, "/members", "trust.members.navigation");
    }
}
