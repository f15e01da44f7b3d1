package org.entente.protocols.oid4vci;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an issuer offers to a wallet (OID4VCI 1.0 §4.1.1).
 *
 * @param credentialIssuer the credential issuer identifier
 * @param configurationIds at least one, each once; names in the issuer's metadata
 * @param preAuthorized the pre-authorized code grant, where the offer has it
 * @param authorizationCode the authorization code grant, where the offer has it
 */
public record CredentialOffer(
        URI credentialIssuer,
        List<String> configurationIds,
        Optional<PreAuthorizedCode> preAuthorized,
        Optional<AuthorizationCode> authorizationCode) {
    /** The most configurations that one offer names. */
    public static final int MAX_CONFIGURATIONS = 32;

    private static final String ERROR = "invalid_credential_offer";

    /** @throws ProtocolError {@code invalid_credential_offer} when it names no configuration, or one twice */
    public CredentialOffer {
        configurationIds = List.copyOf(configurationIds);
        if (configurationIds.isEmpty()
                || configurationIds.size() > MAX_CONFIGURATIONS
                || new HashSet<>(configurationIds).size() != configurationIds.size()) {
            throw new ProtocolError(ERROR, "an offer names 1 to " + MAX_CONFIGURATIONS + " configurations, each once");
        }
    }

    /** An offer without the authorization code grant. */
    public CredentialOffer(
            URI credentialIssuer, List<String> configurationIds, Optional<PreAuthorizedCode> preAuthorized) {
        this(credentialIssuer, configurationIds, preAuthorized, Optional.empty());
    }

    /**
     * Reads an offer; grants that are not known here are ignored.
     *
     * @throws ProtocolError {@code invalid_credential_offer} when a required member is missing or malformed
     */
    public static CredentialOffer parse(ObjectNode offer) {
        Members members = new Members(offer, ERROR);
        JsonNode preAuthorized = offer.path("grants").path(PreAuthorizedCode.GRANT_TYPE);
        JsonNode authorizationCode = offer.path("grants").path(AuthorizationCode.GRANT_TYPE);
        return new CredentialOffer(
                members.uri("credential_issuer"),
                members.strings("credential_configuration_ids"),
                preAuthorized.isObject()
                        ? Optional.of(PreAuthorizedCode.parse(members.in(preAuthorized)))
                        : Optional.empty(),
                authorizationCode.isObject()
                        ? Optional.of(AuthorizationCode.parse(members.in(authorizationCode)))
                        : Optional.empty());
    }

    /** The JSON form. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("credential_issuer", credentialIssuer.toString());
        configurationIds.forEach(json.putArray("credential_configuration_ids")::add);
        authorizationCode.ifPresent(
                grant -> json.withObject("/grants").set(AuthorizationCode.GRANT_TYPE, grant.toJson()));
        preAuthorized.ifPresent(grant -> json.withObject("/grants").set(PreAuthorizedCode.GRANT_TYPE, grant.toJson()));
        return json;
    }
}
