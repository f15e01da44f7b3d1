package org.entente.protocols.federation;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Whether a trust chain leads from an entity to the trust anchor. */
public sealed interface ChainVerdict {
    /**
     * It does.
     *
     * @param entity the entity's configuration
     * @param metadata what its superiors leave of its metadata (§6.1.4): these count, not those of its configuration
     * @param expiresAt when the first statement of the chain ends
     */
    record Trusted(EntityStatement entity, ObjectNode metadata, Instant expiresAt) implements ChainVerdict {
        public Trusted {
            metadata = metadata.deepCopy();
        }

        /** What is left of the metadata of one entity type. */
        public Optional<ObjectNode> metadata(String entityType) {
            return metadata.path(entityType) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        }
    }

    /**
     * It does not.
     *
     * @param step the first step that failed
     * @param index the statement at which it failed, 0 for the entity's configuration
     */
    record Broken(Step step, int index) implements ChainVerdict {}

    /** What is looked at (OpenID Federation 1.0 §10.2). */
    enum Step {
        /** The chain has a statement, and not too many. */
        LENGTH,
        /** The first statement is an entity's own; those between it and the last are not. */
        KIND,
        /** No superior comes twice. */
        LOOP,
        /** Each statement is about the one who makes the statement before it. */
        LINK,
        /** The last statement is the trust anchor's. */
        ANCHOR,
        /** Nothing in {@code crit} is unknown. */
        CRITICAL,
        /** Each {@code iat} has passed. */
        NOT_YET,
        /** No {@code exp} has passed. */
        EXPIRED,
        /** Each statement is signed by a key that the next one gives; the last by a key of the anchor's. */
        SIGNATURE,
        /** No superior names a critical operator of policies that is unknown (§3.1.3). */
        POLICY_CRITICAL,
        /** No more intermediates stand below a superior than it lets (§6.2.1). */
        PATH_LENGTH,
        /** Everybody below a superior bears a name that it lets (§6.2.2). */
        NAMING,
        /** The superiors' policies agree, and the metadata with them (§6.1.4). */
        POLICY;

        static Step of(StatementVerdict.Step step) {
            return switch (step) {
                case CRITICAL -> CRITICAL;
                case NOT_YET -> NOT_YET;
                case EXPIRED -> EXPIRED;
                case SIGNATURE -> SIGNATURE;
            };
        }
    }
}
