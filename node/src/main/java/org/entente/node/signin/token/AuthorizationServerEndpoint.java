package org.entente.node.signin.token;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.Grant;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.AuthorizationServerMetadata;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Says what this authorization server does: what its grants are, and nothing that it does not do. RFC 8414 §3. */
@RestController
final class AuthorizationServerEndpoint {
    private final String document;

    AuthorizationServerEndpoint(NodeIdentity node, List<Grant> grants) {
        ObjectNode further = Json.newObject();
        grants.forEach(grant -> further.setAll(grant.metadata()));
        this.document = Json.write(new AuthorizationServerMetadata(
                        node.origin(),
                        URI.create(node.origin() + TokenEndpoint.PATH),
                        grants.stream().map(Grant::type).sorted().toList(),
                        clientAuthentication(grants),
                        List.of("ES256"),
                        further)
                .toJson());
    }

    @GetMapping(path = "/.well-known/oauth-authorization-server", produces = MediaType.APPLICATION_JSON_VALUE)
    String metadata() {
        return document;
    }

    /** Callers without a secret find something here only where a room above contributes a grant. */
    private static List<String> clientAuthentication(List<Grant> grants) {
        List<String> secrets = List.of("client_secret_basic", "client_secret_post");
        boolean more = grants.stream().anyMatch(grant -> !(grant instanceof ClientCredentialsGrant));
        return more ? Stream.concat(secrets.stream(), Stream.of("none")).toList() : secrets;
    }
}
