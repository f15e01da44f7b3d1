package org.entente.node.issuance;

import java.util.List;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.web.NotFound;
import org.springframework.stereotype.Component;

/** Which organisations of this node are credential issuers: those that issue a type. */
@Component
public class Issuers {
    private final NodeIdentity node;
    private final CredentialTypes types;

    Issuers(NodeIdentity node, CredentialTypes types) {
        this.node = node;
        this.types = types;
    }

    /** All of them. */
    public List<Organisation> all() {
        return node.organisations().stream().filter(this::isIssuer).toList();
    }

    /** The issuer of this name in addresses; answers 404 where there is none. */
    public Organisation require(String id) {
        return node.organisation(id).filter(this::isIssuer).orElseThrow(NotFound::new);
    }

    private boolean isIssuer(Organisation organisation) {
        return !types.of(organisation).isEmpty();
    }
}
