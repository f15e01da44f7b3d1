package org.entente.node.trust.resolve;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirrorSource;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.kernel.Origins;
import org.entente.node.trust.TrustSettings;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Wants what the entities elsewhere for which this node speaks say of themselves and, where others stand below, of those. */
@Component
class SubordinateMirror implements MirrorSource {
    /** The most of those below one that are looked at. */
    static final int MAX_BELOW = 64;

    private final TrustSettings settings;
    private final Mirror mirror;

    SubordinateMirror(TrustSettings settings, Mirror mirror) {
        this.settings = settings;
        this.mirror = mirror;
    }

    @Override
    public Set<URI> wanted() {
        Set<URI> wanted = new HashSet<>();
        for (TrustSettings.Subordinate subordinate : settings.subordinates()) {
            URI configuration = configuration(subordinate.entity());
            wanted.add(configuration);
            if (subordinate.maxPathLength() > 0) {
                federation(configuration).ifPresent(endpoints -> below(subordinate.entity(), endpoints, wanted));
            }
        }
        return wanted;
    }

    /** Only what the subordinate's own host has: it does not send us elsewhere. */
    private void below(URI entity, ObjectNode endpoints, Set<URI> wanted) {
        Optional<URI> list = address(endpoints.path("federation_list_endpoint").stringValue(""))
                .filter(endpoint -> Origins.of(endpoint).equals(Origins.of(entity)));
        Optional<URI> fetch = address(
                        endpoints.path("federation_fetch_endpoint").stringValue(""))
                .filter(endpoint -> Origins.of(endpoint).equals(Origins.of(entity)));
        if (list.isEmpty() || fetch.isEmpty()) {
            return;
        }
        wanted.add(list.get());
        listed(list.get()).stream()
                .filter(below -> Origins.of(below).equals(Origins.of(entity)))
                .limit(MAX_BELOW)
                .forEach(below -> {
                    wanted.add(configuration(below));
                    wanted.add(URI.create(
                            fetch.get() + "?sub=" + URLEncoder.encode(below.toString(), StandardCharsets.UTF_8)));
                });
    }

    private Optional<ObjectNode> federation(URI configuration) {
        try {
            return mirror.document(configuration)
                    .map(MirroredDocument::text)
                    .map(EntityStatement::parse)
                    .flatMap(own -> own.metadata("federation_entity"));
        } catch (ProtocolError malformed) {
            return Optional.empty();
        }
    }

    private List<URI> listed(URI list) {
        try {
            return mirror.document(list).map(MirroredDocument::body).map(Json::parse).stream()
                    .flatMap(array -> array.valueStream())
                    .flatMap(entity -> address(entity.stringValue("")).stream())
                    .toList();
        } catch (ProtocolError malformed) {
            return List.of();
        }
    }

    private static URI configuration(URI entity) {
        return URI.create(entity + EntityStatement.WELL_KNOWN_PATH);
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            return Origins.isAcceptable(address) && address.getRawQuery() == null && address.getRawFragment() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
