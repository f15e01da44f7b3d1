package org.entente.node.names;

import org.entente.node.web.NavigationEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room's parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NamesSettings.class)
class NamesConfiguration {
    @Bean
    NavigationEntry myNames() {
        return new NavigationEntry(15, "/names", "names.title", NavigationEntry.Audience.SIGNED_IN);
    }
}
