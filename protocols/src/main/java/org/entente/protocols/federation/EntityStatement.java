package org.entente.protocols.federation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one entity says about another, or about itself (OpenID Federation 1.0 §3). Reading one proves nothing:
 * {@link #verify} and {@link TrustChain} do.
 */
public final class EntityStatement {
    /** The header's {@code typ}. */
    public static final String TYPE = "entity-statement+jwt";

    /** The media type of a statement over HTTP. */
    public static final String MEDIA_TYPE = "application/" + TYPE;

    /** The path, after the entity's identifier, at which it publishes its configuration (§9). */
    public static final String WELL_KNOWN_PATH = "/.well-known/openid-federation";

    /** The code of the error for anything that is not an entity statement. */
    public static final String ERROR = "invalid_entity_statement";

    /** The most superiors that an entity may name. */
    public static final int MAX_SUPERIORS = 16;

    /** How far another's clock may be ahead of ours. */
    public static final Duration SKEW = Duration.ofSeconds(60);

    private static final int MAX_CRITICAL = 16;
    private static final Set<String> ONLY_IN_CONFIGURATIONS =
            Set.of("authority_hints", "trust_anchor_hints", "trust_marks", "trust_mark_issuers", "trust_mark_owners");
    private static final Set<String> NEVER_EMPTY = Set.of("crit", "authority_hints", "trust_anchor_hints");
    private static final Set<String> ONLY_FROM_SUPERIORS =
            Set.of("metadata_policy", "metadata_policy_crit", "constraints", "source_endpoint");

    private final CompactJws jws;
    private final StatementContent content;
    private final List<String> critical;

    private EntityStatement(CompactJws jws, StatementContent content, List<String> critical) {
        this.jws = jws;
        this.content = content;
        this.critical = critical;
    }

    /**
     * Reads a statement.
     *
     * @throws ProtocolError {@code invalid_entity_statement} when it is not one: another {@code typ}, no {@code kid}, a
     *     claim missing, malformed or in the wrong kind of statement (§3.1)
     */
    public static EntityStatement parse(String compact) {
        CompactJws jws = CompactJws.parse(compact);
        if (!jws.type().equals(TYPE)) {
            throw malformed("the typ of an entity statement is " + TYPE);
        }
        if (jws.keyId().isEmpty()) {
            throw malformed("an entity statement names its key");
        }
        ObjectNode payload = jws.claims();
        Claims claims = new Claims(payload, ERROR);
        StatementContent content = StatementContent.parse(claims);
        Set<String> foreign = content.isConfiguration() ? ONLY_FROM_SUPERIORS : ONLY_IN_CONFIGURATIONS;
        if (foreign.stream().anyMatch(payload::has)) {
            throw malformed("a claim stands in the wrong kind of statement");
        }
        if (NEVER_EMPTY.stream()
                .anyMatch(name ->
                        payload.path(name).isArray() && payload.path(name).isEmpty())) {
            throw malformed("crit and hints are not empty");
        }
        return new EntityStatement(jws, content, claims.texts("crit", MAX_CRITICAL));
    }

    /** Signs a statement; the key's name goes into the header (§3). */
    public static EntityStatement sign(StatementContent content, Signer signer) {
        return parse(CompactJws.sign(signer, TYPE, content.toJson()));
    }

    /** What it says. */
    public StatementContent content() {
        return content;
    }

    /** Who says it. */
    public URI issuer() {
        return content.issuer();
    }

    /** About whom. */
    public URI subject() {
        return content.subject();
    }

    /** The subject's federation keys. */
    public Jwks keys() {
        return content.keys();
    }

    /** Whether the entity speaks about itself. */
    public boolean isConfiguration() {
        return content.isConfiguration();
    }

    /** The subject's metadata of one entity type (§5). */
    public Optional<ObjectNode> metadata(String entityType) {
        return content.metadata().path(entityType) instanceof ObjectNode object
                ? Optional.of(object)
                : Optional.empty();
    }

    /** Whether the key of the set that the header names made the signature. */
    public boolean isSignedBy(Jwks signerKeys) {
        return jws.keyId().flatMap(signerKeys::find).filter(jws::isSignedBy).isPresent();
    }

    /** The first reason not to believe the statement, given the keys of whoever should have signed it. */
    public StatementVerdict verify(Jwks signerKeys, Instant now) {
        if (!critical.isEmpty()) {
            // §3.1.1: a critical claim that is not understood makes the statement invalid, and none is understood here.
            return new StatementVerdict.Invalid(StatementVerdict.Step.CRITICAL);
        }
        if (content.issuedAt().isAfter(now.plus(SKEW))) {
            return new StatementVerdict.Invalid(StatementVerdict.Step.NOT_YET);
        }
        if (!content.expiresAt().isAfter(now)) {
            return new StatementVerdict.Invalid(StatementVerdict.Step.EXPIRED);
        }
        if (!isSignedBy(signerKeys)) {
            return new StatementVerdict.Invalid(StatementVerdict.Step.SIGNATURE);
        }
        return new StatementVerdict.Valid();
    }

    /** The compact form. */
    @Override
    public String toString() {
        return jws.toString();
    }

    static ArrayNode texts(List<?> values) {
        ArrayNode array = Json.newArray();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError(ERROR, text);
    }
}
