package org.entente.node.trust.statement;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.keys.Keys;
import org.entente.node.trust.Accreditation;
import org.entente.node.trust.EntityFacet;
import org.entente.node.trust.TrustSettings;
import org.entente.protocols.federation.Constraints;
import org.entente.protocols.federation.MetadataPolicy;
import org.entente.protocols.federation.Rules;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The organisations of this node. They live on it and are signed for with its federation key, but for those that are
 * entities of their own, each with a key of its own. Nobody stands below one.
 */
@Component
class OwnOrganisations implements Subordinates {
    private static final Constraints NOBODY_BELOW =
            new Constraints(Json.newObject().put("max_path_length", 0));

    private final NodeIdentity node;
    private final Keys keys;
    private final TrustSettings settings;
    private final ObjectProvider<EntityFacet> facets;
    private final ObjectProvider<Accreditation> accreditations;

    OwnOrganisations(
            NodeIdentity node,
            Keys keys,
            TrustSettings settings,
            ObjectProvider<EntityFacet> facets,
            ObjectProvider<Accreditation> accreditations) {
        this.node = node;
        this.keys = keys;
        this.settings = settings;
        this.facets = facets;
        this.accreditations = accreditations;
        if (!settings.ownEntities().stream()
                .allMatch(id -> node.organisation(id).isPresent())) {
            throw new IllegalArgumentException("entente.trust.own-entities names organisations of this node");
        }
    }

    /** What signs for an organisation. */
    Signer signerOf(Organisation organisation) {
        return settings.ownEntities().contains(organisation.id()) ? keys.entity(organisation) : keys.federation();
    }

    /** By which an organisation is to be believed. */
    Jwks keysOf(Organisation organisation) {
        return settings.ownEntities().contains(organisation.id())
                ? Jwks.of(signerOf(organisation).publicKey())
                : keys.federationKeys();
    }

    @Override
    public List<URI> all() {
        return node.organisations().stream().map(node::issuer).toList();
    }

    @Override
    public Optional<Jwks> keysOf(URI subordinate) {
        return organisation(subordinate).map(this::keysOf);
    }

    @Override
    public Set<String> entityTypes(URI subordinate) {
        Set<String> types = new TreeSet<>(Set.of(Constraints.FEDERATION_ENTITY));
        organisation(subordinate)
                .ifPresent(organisation -> facets.stream()
                        .filter(facet -> facet.metadata(organisation).isPresent())
                        .forEach(facet -> types.add(facet.entityType())));
        return types;
    }

    @Override
    public boolean isIntermediate(URI subordinate) {
        return false;
    }

    @Override
    public Rules rulesFor(URI subordinate, Instant now) {
        MetadataPolicy policy = accreditations.stream()
                .map(accreditation -> accreditation.policyFor(subordinate, now))
                .reduce(MetadataPolicy.NONE, MetadataPolicy::merge);
        return new Rules(policy, Set.of(), NOBODY_BELOW);
    }

    private Optional<Organisation> organisation(URI entity) {
        return node.organisations().stream()
                .filter(organisation -> node.issuer(organisation).equals(entity))
                .findFirst();
    }
}
