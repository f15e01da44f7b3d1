package org.entente.node.issuance.metadata;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.frontier.Frontier;
import org.entente.node.issuance.Issuers;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes an issuer's metadata, its path inserted after the well-known one: as JSON, or signed with the issuer's
 * certificate for whoever asks for {@code application/jwt}. OID4VCI 1.0 §12.2.2, §12.2.3.
 */
@RestController
class IssuerMetadataEndpoint {
    private static final String PATH = "/.well-known/openid-credential-issuer/o/{organisation}";
    private static final String JWT = "application/jwt";
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Issuers issuers;
    private final DescribeIssuer describe;
    private final Keys keys;
    private final Frontier frontier;
    private final NodeIdentity node;
    private final InstantSource clock;

    IssuerMetadataEndpoint(
            Issuers issuers,
            DescribeIssuer describe,
            Keys keys,
            Frontier frontier,
            NodeIdentity node,
            InstantSource clock) {
        this.issuers = issuers;
        this.describe = describe;
        this.keys = keys;
        this.frontier = frontier;
        this.node = node;
        this.clock = clock;
    }

    /** The plain form, which comes first where the reader takes anything; other governments mirror it. */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> plain(@PathVariable String organisation) {
        Organisation issuer = issuers.require(organisation);
        byte[] body = Json.bytes(describe.describe(issuer).toJson());
        frontier.published(
                URI.create(node.origin() + PATH.replace("{organisation}", issuer.id())),
                MediaType.APPLICATION_JSON_VALUE,
                body,
                clock.instant());
        return answer(MediaType.APPLICATION_JSON).body(body);
    }

    @GetMapping(path = PATH, produces = JWT)
    ResponseEntity<byte[]> signed(@PathVariable String organisation) {
        Organisation issuer = issuers.require(organisation);
        Instant now = clock.instant();
        ObjectNode claims = describe.describe(issuer).toClaims(now, now.plus(LIFETIME));
        String signed = CompactJws.sign(
                keys.issuer(issuer), IssuerMetadata.SIGNED_TYPE, claims, JoseOption.KEY_ID, JoseOption.CERTIFICATES);
        return answer(MediaType.valueOf(JWT)).body(signed.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type) {
        return ResponseEntity.ok().contentType(type).varyBy(HttpHeaders.ACCEPT);
    }
}
