package org.entente.node.trust;

import java.util.Optional;
import org.entente.node.kernel.Organisation;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** A facet that exists in tests only. */
@Component
public final class TestTideFacet implements EntityFacet {
    static final String TYPE = "test_tide_gauge";

    @Override
    public String entityType() {
        return TYPE;
    }

    @Override
    public Optional<ObjectNode> metadata(Organisation organisation) {
        return Optional.of(Json.newObject().put("gauge", organisation.id()));
    }
}
