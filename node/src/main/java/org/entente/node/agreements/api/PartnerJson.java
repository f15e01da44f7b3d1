package org.entente.node.agreements.api;

import java.net.URI;
import java.util.Locale;
import org.entente.node.agreements.parties.Partner;
import org.entente.node.kernel.Jurisdiction;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes other governments as the API shows them. */
final class PartnerJson {
    private PartnerJson() {}

    /** One that was just met. */
    static ObjectNode write(URI entity, Jurisdiction jurisdiction, Jwks keys) {
        ObjectNode json = Json.newObject().put("entity", entity.toString());
        name(json, jurisdiction);
        return thumbprints(json, keys);
    }

    /** One that is known, in a list. */
    static ObjectNode write(Partner partner) {
        ObjectNode json = Json.newObject()
                .put("entity", partner.entity().toString())
                .put("known_by", partner.basis().name().toLowerCase(Locale.ROOT));
        partner.jurisdiction().ifPresent(jurisdiction -> name(json, jurisdiction));
        json.put("presents_itself", partner.jurisdiction().isPresent());
        ArrayNode ententes = json.putArray("ententes");
        partner.ententes().forEach(ententes::add);
        return thumbprints(json, partner.keys());
    }

    private static void name(ObjectNode json, Jurisdiction jurisdiction) {
        json.put("key", jurisdiction.code());
        json.putObject("name")
                .put("fr", jurisdiction.name().fr())
                .put("en", jurisdiction.name().en());
    }

    private static ObjectNode thumbprints(ObjectNode json, Jwks keys) {
        ArrayNode thumbprints = json.putArray("key_thumbprints");
        keys.keys().stream().map(PublicJwk::thumbprint).forEach(thumbprints::add);
        return json;
    }
}
