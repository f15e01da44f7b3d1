package org.entente.node.signin.account;

import org.entente.node.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where one's own sign-in stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class AccountNavigation {
    private static final int LAST = 90;

    @Bean
    NavigationEntry myAccount() {
        return new NavigationEntry(LAST, "/account", "signin.account.title", NavigationEntry.Audience.SIGNED_IN);
    }
}
