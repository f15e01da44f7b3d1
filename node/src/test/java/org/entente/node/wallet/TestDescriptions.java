package org.entente.node.wallet;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.entente.node.wallet.TestServer.Answer;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.oid4vci.IssuerMetadata;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How an issuer's metadata describe a type, in both languages. */
final class TestDescriptions {
    private TestDescriptions() {}

    static void describe(ObjectNode configuration) {
        configuration.put("format", "dc+sd-jwt").put("vct", TestIssuer.TYPE);
        configuration
                .putObject("proof_types_supported")
                .putObject("jwt")
                .putArray("proof_signing_alg_values_supported")
                .add("ES256");
        ObjectNode display = configuration.putObject("credential_metadata");
        names(display.putArray("display"), "Preuve de résidence", "Proof of residence");
        ObjectNode name = display.putArray("claims").addObject();
        name.putArray("path").add("family_name");
        names(name.putArray("display"), "Nom de famille", "Family name");
    }

    static void describeIssuer(ObjectNode metadata) {
        metadata.putObject("batch_credential_issuance").put("batch_size", TestIssuer.BATCH);
        names(metadata.putArray("display"), "Registraire de Rimouski", "Rimouski Registrar");
    }

    /** Metadata as somebody signs them whom nobody knows (OID4VCI 1.0 §12.2.3). */
    static Answer signed(URI id, String host, ObjectNode metadata) {
        metadata.put("sub", id.toString()).put("iat", Instant.now().getEpochSecond());
        return new Answer(
                200,
                Map.of("Content-Type", "application/jwt"),
                CompactJws.sign(
                        TestSigners.of(id.toString(), host),
                        IssuerMetadata.SIGNED_TYPE,
                        metadata,
                        JoseOption.CERTIFICATES));
    }

    static void names(ArrayNode display, String french, String english) {
        display.addObject().put("name", french).put("locale", "fr-CA");
        display.addObject().put("name", english).put("locale", "en-CA");
    }
}
