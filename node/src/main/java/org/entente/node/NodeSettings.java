package org.entente.node;

import java.net.URI;
import java.util.List;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Role;
import org.entente.node.kernel.Text;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who this node is, as its operator says it. */
@ConfigurationProperties("entente.node")
record NodeSettings(
        URI origin,
        Role role,
        Text name,
        Jurisdiction jurisdiction,
        @DefaultValue List<Organisation> organisations) {
    NodeIdentity identity() {
        return new NodeIdentity(origin, role, name, jurisdiction, organisations);
    }
}
