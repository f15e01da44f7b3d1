package org.entente.node.issuance.metadata;

import java.util.Optional;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.kernel.Organisation;
import org.entente.node.trust.EntityFacet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Puts an issuer's metadata in its entity configuration (OpenID Federation 1.0 §5). */
@Component
class IssuerFacet implements EntityFacet {
    private final CredentialTypes types;
    private final DescribeIssuer describe;

    IssuerFacet(CredentialTypes types, DescribeIssuer describe) {
        this.types = types;
        this.describe = describe;
    }

    @Override
    public String entityType() {
        return "openid_credential_issuer";
    }

    @Override
    public Optional<ObjectNode> metadata(Organisation organisation) {
        return types.of(organisation).isEmpty()
                ? Optional.empty()
                : Optional.of(describe.describe(organisation).toJson());
    }
}
