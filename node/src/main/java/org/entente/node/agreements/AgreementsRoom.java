package org.entente.node.agreements;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What this room brings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AgreementsSettings.class)
class AgreementsRoom {}
