package org.entente.node.trust.statement;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Role;
import org.entente.node.kernel.Text;
import org.entente.node.keys.Keys;
import org.entente.node.trust.EntityFacet;
import org.entente.node.trust.TrustSettings;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Says who this node is, who its organisations are, and whom it speaks for. */
@Component
public class PublishStatement {
    private static final String FEDERATION_ENTITY = "federation_entity";

    private final NodeIdentity node;
    private final Keys keys;
    private final TrustSettings settings;
    private final Statements statements;
    private final ObjectProvider<Subordinates> subordinates;
    private final ObjectProvider<EntityFacet> facets;

    PublishStatement(
            NodeIdentity node,
            Keys keys,
            TrustSettings settings,
            Statements statements,
            ObjectProvider<Subordinates> subordinates,
            ObjectProvider<EntityFacet> facets) {
        this.node = node;
        this.keys = keys;
        this.settings = settings;
        this.statements = statements;
        this.subordinates = subordinates;
        this.facets = facets;
    }

    /** The node's entity configuration. A trust anchor of its own; the council, if any, is its superior besides. */
    public String ofNode(Instant now) {
        ObjectNode metadata = Json.newObject();
        ObjectNode entity = named(node.name());
        entity.put("federation_fetch_endpoint", node.origin() + FetchEndpoint.PATH);
        entity.put("federation_list_endpoint", node.origin() + ListEndpoint.PATH);
        metadata.set(FEDERATION_ENTITY, entity);
        List<X509Certificate> authorities =
                node.role() == Role.GOVERNMENT ? List.of(keys.certificateAuthority()) : List.of();
        metadata.set(NodeMetadata.TYPE, NodeMetadata.of(node, authorities));
        return statements.current(
                configuration(node.entityId(), settings.directory().stream().toList(), metadata), now);
    }

    /** An organisation's entity configuration, with what the rooms say that it does. */
    String ofOrganisation(Organisation organisation, Instant now) {
        ObjectNode metadata = Json.newObject();
        metadata.set(FEDERATION_ENTITY, named(organisation.name()));
        facets.orderedStream()
                .forEach(facet ->
                        facet.metadata(organisation).ifPresent(found -> metadata.set(facet.entityType(), found)));
        return statements.current(configuration(node.issuer(organisation), List.of(node.entityId()), metadata), now);
    }

    /** The statement about a subordinate; empty for anybody else. */
    Optional<String> about(URI subject, Instant now) {
        return subordinates.stream()
                .map(group -> group.keysOf(subject))
                .flatMap(Optional::stream)
                .findFirst()
                .map(subjectKeys -> statements.current(about(subject, subjectKeys), now));
    }

    /** Everybody about whom there is a statement. */
    List<URI> subordinates() {
        return subordinates.stream()
                .flatMap(group -> group.all().stream())
                .sorted()
                .toList();
    }

    private Statements.Draft configuration(URI entity, List<URI> superiors, ObjectNode metadata) {
        return new Statements.Draft(
                entity,
                entity,
                URI.create(entity + EntityStatement.WELL_KNOWN_PATH),
                Jwks.of(keys.federation().publicKey()),
                superiors,
                metadata);
    }

    private Statements.Draft about(URI subject, Jwks subjectKeys) {
        return new Statements.Draft(
                node.entityId(),
                subject,
                URI.create(node.origin()
                        + FetchEndpoint.PATH
                        + "?sub="
                        + URLEncoder.encode(subject.toString(), StandardCharsets.UTF_8)),
                subjectKeys,
                List.of(),
                Json.newObject());
    }

    private static ObjectNode named(Text name) {
        ObjectNode entity = Json.newObject().put("organization_name", name.in(Language.EN));
        for (Language language : Language.values()) {
            entity.put("organization_name#" + language.code(), name.in(language));
        }
        return entity;
    }
}
