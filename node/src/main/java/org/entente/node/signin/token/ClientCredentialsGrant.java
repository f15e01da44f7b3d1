package org.entente.node.signin.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entente.node.signin.Grant;
import org.entente.node.signin.GrantOutcome;
import org.entente.node.signin.Registration;
import org.entente.node.signin.SigninSettings.Client;
import org.entente.node.signin.client.Clients;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.ClientAuthentication;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oauth.TokenRequest;
import org.springframework.stereotype.Component;

/** A system acts for itself (RFC 6749 §4.4). Without scopes in the request it gets all that it may have. */
@Component
final class ClientCredentialsGrant implements Grant {
    private final Clients clients;

    ClientCredentialsGrant(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String type() {
        return "client_credentials";
    }

    @Override
    public boolean requiresDpop() {
        return false;
    }

    @Override
    public boolean isOffered() {
        return clients.isAny();
    }

    @Override
    public GrantOutcome redeem(TokenRequest request, Optional<String> dpopThumbprint, Instant now) {
        return switch (request.client()) {
            case ClientAuthentication.Secret secret ->
                clients.find(secret.clientId())
                        .map(client -> granted(client, request.scopes()))
                        .orElseGet(ClientCredentialsGrant::notAuthenticated);
            case ClientAuthentication.PublicClient named -> notAuthenticated();
            case ClientAuthentication.Anonymous nobody -> notAuthenticated();
        };
    }

    private static GrantOutcome granted(Client client, Set<String> asked) {
        if (!client.scopes().containsAll(asked)) {
            return new GrantOutcome.Refused(OAuthErrors.INVALID_SCOPE, "the client may not have this scope");
        }
        return new GrantOutcome.Granted(
                client.id(),
                client.id(),
                asked.isEmpty() ? client.scopes() : asked,
                Registration.details(client),
                Json.newObject());
    }

    private static GrantOutcome notAuthenticated() {
        return new GrantOutcome.Refused(OAuthErrors.INVALID_CLIENT, "this grant is for clients that authenticate");
    }
}
