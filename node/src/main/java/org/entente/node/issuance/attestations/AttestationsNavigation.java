package org.entente.node.issuance.attestations;

import org.entente.node.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room in the navigation. */
@Configuration(proxyBeanMethods = false)
class AttestationsNavigation {
    @Bean
    NavigationEntry attestations() {
        return new NavigationEntry(10, "/attestations", "issuance.title");
    }
}
