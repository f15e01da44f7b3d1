package org.entente.node.agreements.page;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Phase;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.web.HomeSection;
import org.entente.node.web.HomeSections;
import org.entente.node.web.Messages;
import org.entente.node.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ententes' entry in the navigation, and those in force on the front page. */
@Configuration(proxyBeanMethods = false)
class EntenteHome {
    private static final String PATH = "/ententes";
    private static final int AFTER_SERVICES = 50;

    /** What officers write and arrange, and the answer to who accepts what. */
    private static final List<String> BESIDES = List.of("/drafts", "/accession", "/partners", "/key", "/proof-path");

    @Bean
    NavigationEntry ententesNavigation() {
        return new NavigationEntry(
                AFTER_SERVICES, PATH, "agreements.navigation", NavigationEntry.Audience.EVERYONE, BESIDES);
    }

    @Bean
    HomeSections ententesInForce(Holdings holdings, NodeIdentity node, Messages messages, InstantSource clock) {
        return new HomeSections() {
            @Override
            public int order() {
                return AFTER_SERVICES;
            }

            @Override
            public List<HomeSection> sections(Language language, Actor actor) {
                List<Summary> all =
                        Summary.inOrder(holdings.all(), node.jurisdiction().code(), language, clock.instant());
                return List.of(new HomeSection(
                        messages.say(language, "agreements.home.title"),
                        all.stream()
                                .filter(summary -> summary.phase() == Phase.IN_FORCE)
                                .limit(HomeSection.MAX_ITEMS)
                                .map(summary -> item(summary, language))
                                .toList(),
                        messages.say(language, "agreements.home.empty"),
                        Optional.of(new HomeSection.Link(PATH, messages.say(language, "agreements.home.more")))));
            }

            private HomeSection.Item item(Summary summary, Language language) {
                return new HomeSection.Item(
                        PATH + "/" + summary.name(),
                        summary.title().in(language),
                        messages.say(language, "agreements.home.between", summary.partiesIn(language)),
                        messages.say(language, "agreements.phase.in-force"));
            }
        };
    }
}
