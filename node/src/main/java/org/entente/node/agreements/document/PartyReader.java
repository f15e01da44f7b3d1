package org.entente.node.agreements.document;

import static org.entente.node.agreements.document.Members.address;
import static org.entente.node.agreements.document.Members.list;
import static org.entente.node.agreements.document.Members.string;
import static org.entente.node.agreements.document.Members.strings;
import static org.entente.node.agreements.document.Members.text;

import java.net.URI;
import org.entente.node.kernel.Origins;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.JsonNode;

/** Reads one party: of a document, or as a newcomer's instrument of accession states it. */
public final class PartyReader {
    private PartyReader() {}

    /**
     * Checks a party against the schema and reads it.
     *
     * @throws ProtocolError {@code invalid_entente} when it is not valid
     */
    public static Party parse(JsonNode json) {
        EntenteSchema.requireParty(json);
        return read(json);
    }

    static Party read(JsonNode json) {
        URI entity = address(string(json, "entity"));
        if (!Origins.isOrigin(entity)) {
            throw new ProtocolError("invalid_entente", "a party's entity identifier is an address without a path");
        }
        Jwks keys = Jwks.parse(json.path("keys"));
        if (keys.keys().size() != json.path("keys").path("keys").size()) {
            throw new ProtocolError("invalid_entente", "a party's keys are all on P-256");
        }
        return new Party(
                string(json, "key"),
                entity,
                text(json, "name"),
                Members.kind(string(json, "kind")),
                json.path("depositary").asBoolean(false),
                keys,
                Certificates.parse(string(json, "credential_ca")),
                list(json, "issuers", PartyReader::issuer),
                list(json, "approval", step -> new Party.Approval(text(step, "step"), text(step, "office"))));
    }

    private static Party.Issuer issuer(JsonNode json) {
        return new Party.Issuer(string(json, "organisation"), strings(json, "credential_types"));
    }
}
