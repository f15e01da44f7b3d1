package org.entente.node.trust.statement;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Role;
import org.entente.node.kernel.Text;
import org.entente.node.keys.Keys;
import org.entente.node.trust.EntityFacet;
import org.entente.node.trust.FederationPaths;
import org.entente.node.trust.TrustSettings;
import org.entente.node.trust.mark.IssueMarks;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.Marks;
import org.entente.protocols.federation.Rules;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.Signer;
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
    private final OwnOrganisations ownOrganisations;
    private final IssueMarks issueMarks;

    PublishStatement(
            NodeIdentity node,
            Keys keys,
            TrustSettings settings,
            Statements statements,
            ObjectProvider<Subordinates> subordinates,
            ObjectProvider<EntityFacet> facets,
            OwnOrganisations ownOrganisations,
            IssueMarks issueMarks) {
        this.node = node;
        this.keys = keys;
        this.settings = settings;
        this.statements = statements;
        this.subordinates = subordinates;
        this.facets = facets;
        this.ownOrganisations = ownOrganisations;
        this.issueMarks = issueMarks;
    }

    /** The node's entity configuration. A trust anchor of its own; the council, if any, is its superior besides. */
    public String ofNode(Instant now) {
        ObjectNode metadata = Json.newObject();
        ObjectNode entity = named(node.name());
        FederationPaths.writeTo(entity, node);
        metadata.set(FEDERATION_ENTITY, entity);
        List<X509Certificate> authorities =
                node.role() == Role.GOVERNMENT ? List.of(keys.certificateAuthority()) : List.of();
        metadata.set(NodeMetadata.TYPE, NodeMetadata.of(node, authorities));
        return statements.current(
                configuration(
                        node.entityId(),
                        settings.authorityHints(),
                        metadata,
                        new Marks(issueMarks.shownBy(node.entityId(), now), issuers(now)),
                        keys.federationKeys(),
                        keys.federation()),
                now);
    }

    /** As a trust anchor, this node believes itself for every mark that it issues. */
    private Map<String, Set<URI>> issuers(Instant now) {
        return issueMarks.issuedTypes(now).stream()
                .collect(Collectors.toMap(type -> type, type -> Set.of(node.entityId())));
    }

    /** An organisation's entity configuration, with what the rooms say that it does. */
    String ofOrganisation(Organisation organisation, Instant now) {
        ObjectNode metadata = Json.newObject();
        metadata.set(FEDERATION_ENTITY, named(organisation.name()));
        facets.orderedStream()
                .forEach(facet ->
                        facet.metadata(organisation).ifPresent(found -> metadata.set(facet.entityType(), found)));
        URI entity = node.issuer(organisation);
        return statements.current(
                configuration(
                        entity,
                        List.of(node.entityId()),
                        metadata,
                        new Marks(issueMarks.shownBy(entity, now), Map.of()),
                        ownOrganisations.keysOf(organisation),
                        ownOrganisations.signerOf(organisation)),
                now);
    }

    /** The statement about a subordinate; empty for anybody else. */
    public Optional<String> about(URI subject, Instant now) {
        return groupOf(subject)
                .flatMap(group -> group.keysOf(subject)
                        .map(subjectKeys ->
                                statements.current(about(subject, subjectKeys, group.rulesFor(subject, now)), now)));
    }

    /** The configuration of an entity that lives here; empty for anybody else. */
    public Optional<String> ownConfiguration(URI entity, Instant now) {
        if (entity.equals(node.entityId())) {
            return Optional.of(ofNode(now));
        }
        return node.organisations().stream()
                .filter(organisation -> node.issuer(organisation).equals(entity))
                .map(organisation -> ofOrganisation(organisation, now))
                .findFirst();
    }

    /** Whether this node speaks for an entity, and which group of subordinates it belongs to. */
    Optional<Subordinates> groupOf(URI subject) {
        return subordinates.stream()
                .filter(group -> group.keysOf(subject).isPresent())
                .findFirst();
    }

    private Statements.Draft configuration(
            URI entity, List<URI> superiors, ObjectNode metadata, Marks marks, Jwks entityKeys, Signer signer) {
        return new Statements.Draft(
                entity,
                entity,
                URI.create(entity + EntityStatement.WELL_KNOWN_PATH),
                entityKeys,
                superiors,
                metadata,
                Rules.NONE,
                marks,
                signer);
    }

    private Statements.Draft about(URI subject, Jwks subjectKeys, Rules rules) {
        return new Statements.Draft(
                node.entityId(),
                subject,
                URI.create(node.origin()
                        + FederationPaths.FETCH
                        + "?sub="
                        + URLEncoder.encode(subject.toString(), StandardCharsets.UTF_8)),
                subjectKeys,
                List.of(),
                Json.newObject(),
                rules,
                Marks.NONE,
                keys.federation());
    }

    private static ObjectNode named(Text name) {
        ObjectNode entity = Json.newObject().put("organization_name", name.in(Language.EN));
        for (Language language : Language.values()) {
            entity.put("organization_name#" + language.code(), name.in(language));
        }
        return entity;
    }
}
