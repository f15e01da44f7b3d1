package org.entente.node.trust.resolve;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
public class SubordinateMirror implements MirrorSource {
    /** The most of those below one that are looked at. */
    public static final int MAX_BELOW = 64;

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

    /** Those that stand below us, each with all that it lists below itself, as it was mirrored; none where none may stand. */
    public Map<URI, Set<URI>> below() {
        Map<URI, Set<URI>> below = new LinkedHashMap<>();
        for (TrustSettings.Subordinate subordinate : settings.subordinates()) {
            below.put(
                    subordinate.entity(),
                    subordinate.maxPathLength() > 0 ? belowAsMirrored(subordinate.entity()) : Set.of());
        }
        return below;
    }

    private Set<URI> belowAsMirrored(URI entity) {
        return federation(configuration(entity))
                .flatMap(endpoints -> onItsHost(endpoints, "federation_list_endpoint", entity))
                .map(list -> listedBelow(entity, list))
                .orElse(Set.of());
    }

    /** Only what the subordinate's own host has: it does not send us elsewhere. */
    private void below(URI entity, ObjectNode endpoints, Set<URI> wanted) {
        Optional<URI> list = onItsHost(endpoints, "federation_list_endpoint", entity);
        Optional<URI> fetch = onItsHost(endpoints, "federation_fetch_endpoint", entity);
        if (list.isEmpty() || fetch.isEmpty()) {
            return;
        }
        wanted.add(list.get());
        listedBelow(entity, list.get()).stream().limit(MAX_BELOW).forEach(below -> {
            wanted.add(configuration(below));
            wanted.add(URI.create(fetch.get() + "?sub=" + URLEncoder.encode(below.toString(), StandardCharsets.UTF_8)));
        });
    }

    private Set<URI> listedBelow(URI entity, URI list) {
        Set<URI> below = new LinkedHashSet<>(listed(list));
        below.removeIf(one -> !Origins.of(one).equals(Origins.of(entity)));
        return below;
    }

    private static Optional<URI> onItsHost(ObjectNode endpoints, String name, URI entity) {
        return address(endpoints.path(name).stringValue(""))
                .filter(endpoint -> Origins.of(endpoint).equals(Origins.of(entity)));
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
