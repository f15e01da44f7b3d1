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
    private static final List<String> SECRETS = List.of("client_secret_basic", "client_secret_post");

    private final String document;

    AuthorizationServerEndpoint(NodeIdentity node, List<Grant> grants) {
        List<Grant> offered = grants.stream().filter(Grant::isOffered).toList();
        ObjectNode further = Json.newObject();
        further.put("revocation_endpoint", node.origin() + RevocationEndpoint.PATH);
        clientAuthentication(offered).forEach(further.putArray("revocation_endpoint_auth_methods_supported")::add);
        offered.forEach(grant -> further.setAll(grant.metadata()));
        this.document = Json.write(new AuthorizationServerMetadata(
                        node.origin(),
                        URI.create(node.origin() + TokenEndpoint.PATH),
                        offered.stream().map(Grant::type).sorted().toList(),
                        clientAuthentication(offered),
                        List.of("ES256"),
                        further)
                .toJson());
    }

    @GetMapping(path = "/.well-known/oauth-authorization-server", produces = MediaType.APPLICATION_JSON_VALUE)
    String metadata() {
        return document;
    }

    /** Callers without a secret find something here only where a room above contributes a grant or a permission. */
    private static List<String> clientAuthentication(List<Grant> grants) {
        boolean more = grants.stream().anyMatch(grant -> !(grant instanceof ClientCredentialsGrant));
        return more ? Stream.concat(SECRETS.stream(), Stream.of("none")).toList() : SECRETS;
    }
}
