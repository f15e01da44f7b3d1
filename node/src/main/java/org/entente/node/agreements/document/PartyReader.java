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
        return new Party(
                string(json, "key"),
                entity,
                text(json, "name"),
                Members.kind(string(json, "kind")),
                json.path("depositary").asBoolean(false),
                federationKeys(json.path("keys")),
                Certificates.parse(string(json, "credential_ca")),
                list(json, "issuers", PartyReader::issuer),
                list(json, "approval", PartyReader::approval));
    }

    /**
     * Checks the federation keys of a party against the schema and reads them.
     *
     * @throws ProtocolError {@code invalid_entente} when they are not valid
     */
    public static Jwks keys(JsonNode json) {
        EntenteSchema.requireKeys(json);
        return federationKeys(json);
    }

    private static Jwks federationKeys(JsonNode json) {
        Jwks keys = Jwks.parse(json);
        if (keys.keys().size() != json.path("keys").size()) {
            throw new ProtocolError("invalid_entente", "a party's keys are all on P-256");
        }
        if (!keys.keys().stream().allMatch(key -> key.keyId().equals(key.thumbprint()))) {
            throw new ProtocolError("invalid_entente", "a party's keys are named by their thumbprints (RFC 7638)");
        }
        return keys;
    }

    private static Party.Approval approval(JsonNode json) {
        return new Party.Approval(
                text(json, "step"),
                text(json, "office"),
                json.path("by_another").asBoolean(false));
    }

    private static Party.Issuer issuer(JsonNode json) {
        return new Party.Issuer(string(json, "organisation"), strings(json, "credential_types"));
    }
}
