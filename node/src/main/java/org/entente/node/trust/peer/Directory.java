package org.entente.node.trust.peer;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.trust.TrustSettings;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.ChainVerdict;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.TrustChain;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;

/** What the council's directory publishes, as it was mirrored. */
@Component
class Directory {
    /** The most members of which copies are kept. */
    static final int MAX_MEMBERS = 300;

    private final TrustSettings settings;
    private final Mirror mirror;
    private final NodeIdentity node;

    Directory(TrustSettings settings, Mirror mirror, NodeIdentity node) {
        this.settings = settings;
        this.mirror = mirror;
        this.node = node;
    }

    Optional<URI> entity() {
        return settings.directory();
    }

    static URI configurationOf(URI entity) {
        return URI.create(entity + EntityStatement.WELL_KNOWN_PATH);
    }

    /** Where the directory lists its members, as its configuration says. */
    Optional<URI> list() {
        return endpoint("federation_list_endpoint");
    }

    /** Where the directory publishes its statement about a member (OpenID Federation 1.0 §8.1.1). */
    Optional<URI> statementAbout(URI member) {
        String sub = URLEncoder.encode(member.toString(), StandardCharsets.UTF_8);
        return endpoint("federation_fetch_endpoint").map(endpoint -> URI.create(endpoint + "?sub=" + sub));
    }

    private Optional<URI> endpoint(String name) {
        return entity().flatMap(directory -> statement(configurationOf(directory)))
                .flatMap(configuration -> configuration.metadata("federation_entity"))
                .map(metadata -> metadata.path(name).asString(""))
                .filter(Directory::isEndpoint)
                .map(URI::create);
    }

    private static boolean isEndpoint(String text) {
        try {
            URI endpoint = new URI(text);
            return Origins.isAcceptable(endpoint) && endpoint.getRawQuery() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The members besides ourselves, as the directory lists them: the first {@link #MAX_MEMBERS}. */
    List<URI> members() {
        return listed().stream().limit(MAX_MEMBERS).toList();
    }

    /** All that the directory lists besides ourselves. */
    List<URI> listed() {
        try {
            return list().flatMap(mirror::document)
                    .map(MirroredDocument::body)
                    .map(Json::parse)
                    .filter(ArrayNode.class::isInstance)
                    .map(list -> list.valueStream()
                            .map(member -> URI.create(member.asString("")))
                            .filter(Origins::isOrigin)
                            .filter(member -> !member.equals(node.entityId()))
                            .toList())
                    .orElse(List.of());
        } catch (ProtocolError | IllegalArgumentException malformed) {
            return List.of();
        }
    }

    /** The keys of a member, when an unbroken chain leads from the member to the directory. */
    Optional<Jwks> vouchedKeys(URI member, Jwks directoryKeys, Instant now) {
        if (entity().isEmpty()) {
            return Optional.empty();
        }
        URI directory = entity().get();
        Optional<EntityStatement> own = statement(configurationOf(member));
        Optional<EntityStatement> about = statementAbout(member).flatMap(this::statement);
        if (own.isEmpty() || about.isEmpty() || !own.get().subject().equals(member)) {
            return Optional.empty();
        }
        ChainVerdict verdict = TrustChain.verify(List.of(own.get(), about.get()), directory, directoryKeys, now);
        return verdict instanceof ChainVerdict.Trusted ? Optional.of(about.get().keys()) : Optional.empty();
    }

    /** A mirrored statement; empty while there is none, or when it is none. */
    Optional<EntityStatement> statement(URI address) {
        return statement(address, Instant.MIN);
    }

    /** As {@link #statement(URI)}, if it was fetched after a moment. */
    Optional<EntityStatement> statement(URI address, Instant since) {
        try {
            return mirror.document(address)
                    .filter(copy -> copy.fetchedAt().isAfter(since))
                    .map(MirroredDocument::text)
                    .map(EntityStatement::parse);
        } catch (ProtocolError malformed) {
            return Optional.empty();
        }
    }
}
