package org.entente.node.signin.token;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Role;
import org.entente.node.keys.Keys;
import org.entente.node.signin.Grant;
import org.entente.node.web.NotFound;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.AuthorizationServerMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Says what this authorization server does: what its grants are, and nothing that it does not do (RFC 8414 §3); and once more in
 * {@code signed_metadata} (§2.1), by the key of the node's entity configuration. */
@RestController
final class AuthorizationServerEndpoint {
    private static final List<String> SECRETS = List.of("client_secret_basic", "client_secret_post");

    private final ObjectNode metadata;
    private final Keys keys;
    private final InstantSource clock;
    private final boolean hasPublishedKeys;
    private final AtomicReference<@Nullable Signed> signed = new AtomicReference<>();

    /** The document with its signed form, and the key that signed. */
    private record Signed(String keyId, String document) {}

    AuthorizationServerEndpoint(NodeIdentity node, List<Grant> grants, Keys keys, InstantSource clock) {
        List<Grant> offered = grants.stream().filter(Grant::isOffered).toList();
        ObjectNode further = Json.newObject();
        further.put("revocation_endpoint", node.origin() + RevocationEndpoint.PATH);
        clientAuthentication(offered).forEach(further.putArray("revocation_endpoint_auth_methods_supported")::add);
        offered.forEach(grant -> further.setAll(grant.metadata()));
        this.metadata = new AuthorizationServerMetadata(
                        node.origin(),
                        URI.create(node.origin() + TokenEndpoint.PATH),
                        offered.stream().map(Grant::type).sorted().toList(),
                        clientAuthentication(offered),
                        List.of("ES256"),
                        further)
                .toJson();
        this.keys = keys;
        this.clock = clock;
        this.hasPublishedKeys = node.role() != Role.WALLET;
    }

    @GetMapping(path = "/.well-known/oauth-authorization-server", produces = MediaType.APPLICATION_JSON_VALUE)
    String metadata() {
        // A list that is left out stands for the grants of a browser (RFC 8414 §2): without any, there is no document.
        if (!metadata.has("grant_types_supported")) {
            throw new NotFound();
        }
        // A wallet has no entity configuration, in which a reader would find the key.
        return hasPublishedKeys ? signed(keys.federation()).document() : Json.write(metadata);
    }

    /** Signed once for each key: the metadata do not change while the node runs. */
    private Signed signed(Signer signer) {
        Signed before = signed.get();
        if (before != null && before.keyId().equals(signer.keyId())) {
            return before;
        }
        Signed fresh = new Signed(
                signer.keyId(), Json.write(AuthorizationServerMetadata.signed(metadata, signer, clock.instant())));
        signed.set(fresh);
        return fresh;
    }

    /** Callers without a secret find something here only where a room above contributes a grant or a permission. */
    private static List<String> clientAuthentication(List<Grant> grants) {
        boolean more = grants.stream().anyMatch(grant -> !(grant instanceof ClientCredentialsGrant));
        return more ? Stream.concat(SECRETS.stream(), Stream.of("none")).toList() : SECRETS;
    }
}
