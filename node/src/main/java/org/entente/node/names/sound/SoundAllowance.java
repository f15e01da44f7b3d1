package org.entente.node.names.sound;

import org.entente.node.web.BodyAllowance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A recording of some seconds is larger than a form of text. */
@Configuration(proxyBeanMethods = false)
class SoundAllowance {
    private static final int BYTES = SoundView.MAX_MEGABYTES * 1024 * 1024 + 4 * 1024;

    @Bean
    BodyAllowance soundsInFrench() {
        return new BodyAllowance("/fr/names/sounds/", BYTES);
    }

    @Bean
    BodyAllowance soundsInEnglish() {
        return new BodyAllowance("/en/names/sounds/", BYTES);
    }
}
