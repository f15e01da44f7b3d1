package org.entente.node.trust;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.protocols.federation.MetadataPolicy;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;

/** Marks and policies that exist in tests only. */
@Component
public final class TestTideAccreditation implements Accreditation {
    private final List<MarkGrant> marks = new CopyOnWriteArrayList<>();
    private final Map<URI, String> policies = new ConcurrentHashMap<>();

    void grant(MarkGrant mark) {
        marks.add(mark);
    }

    void withdrawAll() {
        marks.clear();
    }

    /** Demands of the organisation's gauge what the policy of the parameter {@code gauge} says. */
    void demand(URI organisation, String policy) {
        policies.put(organisation, policy);
    }

    @Override
    public List<MarkGrant> marks(Instant now) {
        return List.copyOf(marks);
    }

    @Override
    public MetadataPolicy policyFor(URI organisation, Instant now) {
        return MetadataPolicy.parse(Json.object(policies.getOrDefault(organisation, "{}")));
    }
}
