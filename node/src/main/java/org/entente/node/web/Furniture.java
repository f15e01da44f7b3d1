package org.entente.node.web;

import java.util.Comparator;
import java.util.List;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What every page of this node shares. */
@Component
final class Furniture {
    private final Messages messages;
    private final NodeIdentity identity;
    private final WebSettings settings;
    private final ThemeSheet theme;
    private final List<NavigationEntry> navigation;
    private final Actors actors;
    private final Openings openings;
    private final ObjectProvider<ResourceUrlProvider> assets;

    Furniture(
            Messages messages,
            NodeIdentity identity,
            WebSettings settings,
            ThemeSheet theme,
            List<NavigationEntry> navigation,
            Actors actors,
            Openings openings,
            ObjectProvider<ResourceUrlProvider> assets) {
        this.messages = messages;
        this.identity = identity;
        this.settings = settings;
        this.theme = theme;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.actors = actors;
        this.openings = openings;
        this.assets = assets;
    }

    Messages messages() {
        return messages;
    }

    NodeIdentity identity() {
        return identity;
    }

    WebSettings settings() {
        return settings;
    }

    ThemeSheet theme() {
        return theme;
    }

    List<NavigationEntry> navigation() {
        return navigation;
    }

    Openings openings() {
        return openings;
    }

    boolean canSignIn() {
        return actors.canSignIn();
    }

    String asset(String name) {
        String address = assets.getObject().getForLookupPath("/assets/" + name);
        if (address == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return address;
    }
}
