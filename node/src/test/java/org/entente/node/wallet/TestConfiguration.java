package org.entente.node.wallet;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.entente.node.wallet.TestServer.Answer;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.node.ObjectNode;

/** The entity configuration of a host that names its certificate authorities. */
public final class TestConfiguration {
    private TestConfiguration() {}

    /** Serves it at the server's host, with the authorities of the moment. */
    public static void publish(TestServer server, Signer signer, Supplier<List<X509Certificate>> authorities) {
        publish(server, server.origin().toString(), signer, authorities);
    }

    /** As above, by an identifier that the host writes in its own way. */
    static void publish(TestServer server, String subject, Signer signer, Supplier<List<X509Certificate>> authorities) {
        server.on(
                EntityStatement.WELL_KNOWN_PATH,
                request -> new Answer(
                        200,
                        Map.of("Content-Type", EntityStatement.MEDIA_TYPE),
                        statement(subject, signer, authorities.get())));
    }

    private static String statement(String subject, Signer signer, List<X509Certificate> authorities) {
        ObjectNode claims = Json.newObject()
                .put("iss", subject)
                .put("sub", subject)
                .put("iat", Instant.now().getEpochSecond())
                .put("exp", Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
        claims.putObject("jwks")
                .putArray("keys")
                .add(signer.publicKey().toJson().put("kid", signer.keyId()));
        ObjectNode node = claims.putObject("metadata").putObject("entente_node");
        authorities.forEach(one -> node.withArray("/credential_authorities").add(Certificates.toBase64(one)));
        return CompactJws.sign(signer, EntityStatement.TYPE, claims);
    }
}
