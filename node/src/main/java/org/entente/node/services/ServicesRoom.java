package org.entente.node.services;

import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.services.catalogue.Catalogue;
import org.entente.node.web.HomeSection;
import org.entente.node.web.HomeSections;
import org.entente.node.web.Messages;
import org.entente.node.web.NavigationEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServicesSettings.class)
class ServicesRoom {
    private static final int FIRST = 10;
    private static final int NAVIGATION = 20;

    @Bean
    NavigationEntry servicesNavigation() {
        return new NavigationEntry(NAVIGATION, "/services", "services.nav");
    }

    /** The front page leads to the services. */
    @Bean
    HomeSections servicesSections(Catalogue catalogue, Messages messages) {
        return new HomeSections() {
            @Override
            public int order() {
                return FIRST;
            }

            @Override
            public List<HomeSection> sections(Language language, Actor actor) {
                List<HomeSection.Item> items = catalogue.all().stream()
                        .limit(HomeSection.MAX_ITEMS)
                        .map(service -> new HomeSection.Item(
                                "/services/" + service.id(),
                                service.title().in(language),
                                service.summary().in(language),
                                ""))
                        .toList();
                HomeSection.Link all = new HomeSection.Link("/services", messages.say(language, "services.home.all"));
                return List.of(new HomeSection(
                        messages.say(language, "services.home"),
                        items,
                        messages.say(language, "services.none"),
                        Optional.of(all)));
            }
        };
    }
}
