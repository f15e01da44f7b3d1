package org.entente.node.trust.resolve;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.trust.statement.PublishStatement;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementSource;

/** Statements of those who live here, and copies of others'. */
record KnownStatements(PublishStatement publishStatement, Mirror mirror, NodeIdentity node, Instant now)
        implements StatementSource {
    private static final String FETCH = "federation_fetch_endpoint";

    @Override
    public Lookup configuration(URI entity) {
        Optional<String> own = publishStatement.ownConfiguration(entity, now);
        return own.isPresent() ? read(own) : copy(entity + EntityStatement.WELL_KNOWN_PATH);
    }

    @Override
    public Lookup about(EntityStatement superior, URI subject) {
        if (superior.subject().equals(node.entityId())) {
            return read(publishStatement.about(subject, now));
        }
        String endpoint = superior.metadata("federation_entity")
                .map(metadata -> metadata.path(FETCH).stringValue(""))
                .orElse("");
        return endpoint.isEmpty()
                ? new Missing()
                : copy(endpoint + "?sub=" + URLEncoder.encode(subject.toString(), StandardCharsets.UTF_8));
    }

    private Lookup copy(String address) {
        try {
            return read(mirror.document(URI.create(address)).map(MirroredDocument::text));
        } catch (IllegalArgumentException noAddress) {
            return new Malformed();
        }
    }

    private static Lookup read(Optional<String> text) {
        try {
            return text.map(EntityStatement::parse).<Lookup>map(Known::new).orElseGet(Missing::new);
        } catch (ProtocolError malformed) {
            return new Malformed();
        }
    }
}
