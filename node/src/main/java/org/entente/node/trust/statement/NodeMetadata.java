package org.entente.node.trust.statement;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Role;
import org.entente.node.kernel.Text;
import org.entente.node.trust.Introduction;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The metadata of the entity type {@code entente_node}: what one node has to know of another, beyond what OpenID
 * Federation defines. {@code credential_authorities} holds certificates in base64 DER, like {@code x5c}.
 */
public final class NodeMetadata {
    /** The entity type identifier. */
    public static final String TYPE = "entente_node";

    private static final int MAX_AUTHORITIES = 8;

    private NodeMetadata() {}

    /** Our own. */
    static ObjectNode of(NodeIdentity node, List<X509Certificate> credentialAuthorities) {
        ObjectNode metadata = Json.newObject().put("role", lower(node.role()));
        metadata.set("name", text(node.name()));
        ObjectNode jurisdiction = metadata.putObject("jurisdiction");
        jurisdiction.put("code", node.jurisdiction().code());
        jurisdiction.put("kind", lower(node.jurisdiction().kind()));
        jurisdiction.set("name", text(node.jurisdiction().name()));
        metadata.put("frontier_endpoint", node.origin() + "/frontier/messages");
        metadata.put("journal_checkpoint", node.origin() + "/journal/checkpoint");
        ArrayNode authorities = metadata.putArray("credential_authorities");
        credentialAuthorities.forEach(certificate -> authorities.add(Certificates.toBase64(certificate)));
        return metadata;
    }

    /**
     * Reads another's.
     *
     * @throws ProtocolError {@code invalid_entity_statement} when it is no Entente node's
     */
    public static Introduction read(EntityStatement configuration) {
        Claims node = configuration
                .metadata(TYPE)
                .map(NodeMetadata::claims)
                .orElseThrow(() -> malformed("the entity is no Entente node"));
        Claims jurisdiction = claims(node.object("jurisdiction"));
        try {
            return new Introduction(
                    configuration,
                    constant(Role.values(), node.text("role")),
                    text(node),
                    new Jurisdiction(
                            jurisdiction.text("code"),
                            text(jurisdiction),
                            constant(Jurisdiction.Kind.values(), jurisdiction.text("kind"))),
                    node.texts("credential_authorities", MAX_AUTHORITIES).stream()
                            .map(Certificates::parse)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw malformed("a member of the node's metadata is not what it should be");
        }
    }

    private static Claims claims(ObjectNode object) {
        return new Claims(object, EntityStatement.ERROR);
    }

    private static Text text(Claims parent) {
        Claims name = claims(parent.object("name"));
        return new Text(name.text("fr"), name.text("en"));
    }

    private static ObjectNode text(Text text) {
        return Json.newObject().put("fr", text.fr()).put("en", text.en());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(E[] all, String name) {
        Optional<E> found = Arrays.stream(all)
                .filter(constant -> lower(constant).equals(name))
                .findFirst();
        return found.orElseThrow(() -> malformed("a member of the node's metadata is none of its values"));
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError(EntityStatement.ERROR, text);
    }
}
