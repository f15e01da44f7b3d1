package org.entente.node.verification.asking;

import java.util.Optional;
import org.entente.node.kernel.Organisation;
import org.entente.node.keys.Keys;
import org.entente.node.trust.EntityFacet;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.ClientMetadata;
import org.entente.protocols.oid4vp.RequestObject;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Every organisation may ask for presentations: who it is when it asks (OpenID Federation for Wallets, draft 05 §5.3). */
@Component
class VerifierFacet implements EntityFacet {
    private final Keys keys;

    VerifierFacet(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String entityType() {
        return "openid_credential_verifier";
    }

    @Override
    public Optional<ObjectNode> metadata(Organisation organisation) {
        ObjectNode metadata = Json.newObject()
                .put("client_id", RequestObject.clientId(keys.verifier(organisation)))
                .put("client_name#fr", organisation.name().fr())
                .put("client_name#en", organisation.name().en());
        metadata.set("vp_formats_supported", ClientMetadata.supportedFormats());
        return Optional.of(metadata);
    }
}
