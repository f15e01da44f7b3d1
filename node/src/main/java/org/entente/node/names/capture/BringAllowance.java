package org.entente.node.names.capture;

import org.entente.node.web.BodyAllowance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A file of names, twenty long ones with all that is said of them, is larger than a form of text. */
@Configuration(proxyBeanMethods = false)
class BringAllowance {
    private static final int BYTES = BringView.MAX_KILOBYTES * 1024;

    @Bean
    BodyAllowance filesInFrench() {
        return new BodyAllowance("/fr/names/import", BYTES);
    }

    @Bean
    BodyAllowance filesInEnglish() {
        return new BodyAllowance("/en/names/import", BYTES);
    }
}
