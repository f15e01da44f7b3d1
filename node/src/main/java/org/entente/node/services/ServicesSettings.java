package org.entente.node.services;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * What this node offers online.
 *
 * @param catalogue a JSON file per service; see {@link org.entente.node.services.catalogue.Procedure}
 */
@ConfigurationProperties("entente.services")
public record ServicesSettings(@DefaultValue List<Resource> catalogue) {
    public ServicesSettings {
        catalogue = List.copyOf(catalogue);
    }
}
