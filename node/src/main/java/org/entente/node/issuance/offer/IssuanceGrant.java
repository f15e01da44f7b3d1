package org.entente.node.issuance.offer;

import java.util.List;
import java.util.UUID;
import org.entente.node.signin.AccessToken;
import org.entente.node.web.Forbidden;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an access token that came from an offer entitles to.
 *
 * @param configurations the credential types that may be asked for with it
 */
public record IssuanceGrant(OfferId offer, List<String> configurations) {
    /** The scope of such tokens, and of no others. */
    static final String SCOPE = "credential";

    public IssuanceGrant {
        configurations = List.copyOf(configurations);
    }

    /** The grant of a token; answers 403 for a token of another kind. */
    public static IssuanceGrant of(AccessToken token) {
        token.require(SCOPE);
        JsonNode details = token.details();
        if (!details.has("offer")) {
            throw new Forbidden();
        }
        return new IssuanceGrant(
                new OfferId(
                        details.path("organisation").stringValue(),
                        UUID.fromString(details.path("offer").stringValue())),
                details.path("configurations")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList());
    }

    ObjectNode toJson() {
        ObjectNode details = Json.newObject()
                .put("organisation", offer.organisation())
                .put("offer", offer.value().toString());
        configurations.forEach(details.putArray("configurations")::add);
        return details;
    }
}
