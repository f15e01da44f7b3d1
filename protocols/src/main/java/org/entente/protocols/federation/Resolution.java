package org.entente.protocols.federation;

import java.time.Instant;
import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.ChainVerdict.Broken;
import org.entente.protocols.federation.ChainVerdict.Step;
import org.entente.protocols.federation.ChainVerdict.Trusted;
import tools.jackson.databind.node.ObjectNode;

/** Applies what the superiors of a chain demand, once its signatures have been verified (OpenID Federation 1.0 §6). */
final class Resolution {
    private Resolution() {}

    static ChainVerdict of(List<EntityStatement> chain, Instant expiresAt) {
        int superiors = superiors(chain);
        for (int i = superiors; i > 0; i--) {
            Rules rules = chain.get(i).content().rules();
            if (!rules.critical().isEmpty()) {
                return new Broken(Step.POLICY_CRITICAL, i);
            }
            if (!rules.constraints().permitPath(i - 1)) {
                return new Broken(Step.PATH_LENGTH, i);
            }
            if (!chain.subList(0, i).stream()
                    .allMatch(below -> rules.constraints().permitName(below.issuer()))) {
                return new Broken(Step.NAMING, i);
            }
        }
        return resolved(chain, superiors, expiresAt);
    }

    /** Policies from the most superior one down (§6.1.4.1), then the metadata (§6.1.4.2). */
    private static ChainVerdict resolved(List<EntityStatement> chain, int superiors, Instant expiresAt) {
        EntityStatement entity = chain.getFirst();
        ObjectNode metadata = entity.content().metadata().deepCopy();
        if (superiors > 0) {
            overlay(metadata, chain.get(1).content().metadata());
        }
        MetadataPolicy policy = MetadataPolicy.NONE;
        int place = superiors;
        try {
            for (; place > 0; place--) {
                Rules rules = chain.get(place).content().rules();
                metadata = rules.constraints().permitted(metadata);
                policy = policy.merge(rules.policy());
            }
            return new Trusted(entity, policy.apply(metadata), expiresAt);
        } catch (ProtocolError conflict) {
            return new Broken(Step.POLICY, place);
        }
    }

    /** The place of the last statement that is about another: behind it stands at most the anchor's own. */
    private static int superiors(List<EntityStatement> chain) {
        int last = chain.size() - 1;
        return last > 0 && chain.get(last).isConfiguration() ? last - 1 : last;
    }

    /** What the immediate superior states wins over what the entity says, for the types that it has (§3.1.1, metadata). */
    private static void overlay(ObjectNode metadata, ObjectNode bySuperior) {
        bySuperior.properties().forEach(type -> {
            if (metadata.path(type.getKey()) instanceof ObjectNode ofType) {
                type.getValue().properties().forEach(parameter -> ofType.set(parameter.getKey(), parameter.getValue()));
            }
        });
    }
}
