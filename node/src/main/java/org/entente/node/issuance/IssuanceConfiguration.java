package org.entente.node.issuance;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the room's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IssuanceSettings.class)
class IssuanceConfiguration {}
