package org.entente.node.wallet.attestations;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.web.HomeSection;
import org.entente.node.web.HomeSections;
import org.entente.node.web.Messages;
import org.entente.node.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wallet's entry in the navigation, and its attestations on the front page of whoever is signed in. */
@Configuration(proxyBeanMethods = false)
class WalletHome {
    private static final String PATH = "/wallet";
    private static final int FIRST = 10;

    @Bean
    NavigationEntry walletEntry() {
        return new NavigationEntry(FIRST, PATH, "wallet.nav");
    }

    @Bean
    HomeSections walletSections(Attestations attestations, Messages messages, InstantSource clock) {
        return new HomeSections() {
            @Override
            public int order() {
                return FIRST;
            }

            @Override
            public List<HomeSection> sections(Language language, Actor actor) {
                return actor instanceof Actor.Person(PersonId id)
                        ? List.of(section(attestations.of(id), language))
                        : List.of();
            }

            private HomeSection section(List<Attestation> kept, Language language) {
                return new HomeSection(
                        messages.say(language, "wallet.title"),
                        kept.stream()
                                .limit(HomeSection.MAX_ITEMS)
                                .map(attestation -> item(attestation, language))
                                .toList(),
                        messages.say(language, "wallet.empty"),
                        Optional.of(new HomeSection.Link(PATH, messages.say(language, "wallet.nav"))));
            }

            private HomeSection.Item item(Attestation attestation, Language language) {
                return new HomeSection.Item(
                        PATH + "/attestations/" + attestation.id(),
                        attestation.typeName(language).text(),
                        attestation.issuerName(language).text(),
                        attestation.isOver(clock.instant()) ? messages.say(language, "wallet.over") : "");
            }
        };
    }
}
