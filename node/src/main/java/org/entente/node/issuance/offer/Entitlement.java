package org.entente.node.issuance.offer;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.AccessToken;
import org.entente.node.signin.Permission.Permitted;
import org.entente.node.web.Forbidden;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.AuthorizationDetail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an access token entitles to.
 *
 * @param ground why
 * @param clientId the wallet to which the token was issued, "" when it has no name
 * @param key thumbprint of the wallet's key to which the token is bound
 * @param configurations the credential types that may be asked for by the names of their configurations
 * @param identifiers those that are asked for by an identifier (OID4VCI 1.0 §6.2), each with its configuration
 */
public record Entitlement(
        Ground ground, String clientId, String key, Set<String> configurations, Map<String, String> identifiers) {
    /** The scope of tokens that came from an offer's pre-authorized code, and of no others. */
    static final String OFFER_SCOPE = "credential";

    private static final String IDENTIFIERS = "identifiers";
    private static final String CONFIGURATIONS = "configurations";
    private static final String OFFER = "offer";
    private static final String ORGANISATION = "organisation";

    public Entitlement {
        configurations = Set.copyOf(configurations);
        identifiers = Map.copyOf(identifiers);
    }

    /** Why somebody is entitled. */
    public sealed interface Ground {
        /** An offer was redeemed. */
        record ByOffer(OfferId offer) implements Ground {}

        /** A person permitted it, for what the registers say of that person. */
        record ByPerson(PersonId person, UUID authorization) implements Ground {}
    }

    /** The entitlement of a token; answers 403 for a token of another kind. */
    public static Entitlement of(AccessToken token, CredentialTypes types) {
        JsonNode details = token.details();
        if (details.has(OFFER)) {
            token.require(OFFER_SCOPE);
            OfferId offer = new OfferId(
                    details.path(ORGANISATION).stringValue(),
                    UUID.fromString(details.path(OFFER).stringValue()));
            return new Entitlement(
                    new Ground.ByOffer(offer),
                    token.clientId(),
                    token.boundKey(),
                    configurations(details),
                    identifiers(details));
        }
        UUID authorization = token.authorization()
                .filter(present -> details.has(IDENTIFIERS))
                .orElseThrow(Forbidden::new);
        PersonId person = new PersonId(UUID.fromString(token.subject()));
        // The scopes of the token and not of the permission: a wallet may renew for fewer (RFC 6749 §6).
        Set<String> scoped = types.all().stream()
                .filter(type -> token.scopes().contains(type.scope()))
                .map(CredentialType::id)
                .collect(Collectors.toSet());
        return new Entitlement(
                new Ground.ByPerson(person, authorization),
                token.clientId(),
                token.boundKey(),
                scoped,
                identifiers(details));
    }

    /** What a token from an offer carries. */
    static ObjectNode byOffer(OfferId offer, Collection<String> configurations, Collection<String> identified) {
        ObjectNode details = byPerson(identified)
                .put(ORGANISATION, offer.organisation())
                .put(OFFER, offer.value().toString());
        configurations.forEach(details.putArray(CONFIGURATIONS)::add);
        return details;
    }

    /** What a token by a person's permission carries besides its scopes. */
    public static ObjectNode byPerson(Collection<String> identified) {
        ObjectNode details = Json.newObject();
        ObjectNode identifiers = details.putObject(IDENTIFIERS);
        identified.forEach(configuration -> identifiers.put(identifier(configuration), configuration));
        return details;
    }

    /** Whether what a person permitted is for this type, or for this and others. */
    public static boolean isFor(CredentialType type, Permitted permitted) {
        return permitted.scopes().contains(type.scope())
                || identifiers(permitted.details()).containsValue(type.id());
    }

    /** What a token response says of a credential that was asked for in detail (OID4VCI 1.0 §6.2). */
    public static AuthorizationDetail detail(String configuration, URI issuer) {
        return new AuthorizationDetail(configuration, Optional.of(issuer), List.of(identifier(configuration)));
    }

    /** The identifier of the one dataset that a person has of a type; never the name of a configuration. */
    private static String identifier(String configuration) {
        return configuration + "#subject";
    }

    private static Set<String> configurations(JsonNode details) {
        return details.path(CONFIGURATIONS)
                .valueStream()
                .map(JsonNode::stringValue)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> identifiers(JsonNode details) {
        Map<String, String> identifiers = new LinkedHashMap<>();
        details.path(IDENTIFIERS)
                .propertyStream()
                .forEach(entry ->
                        identifiers.put(entry.getKey(), entry.getValue().stringValue()));
        return identifiers;
    }
}
