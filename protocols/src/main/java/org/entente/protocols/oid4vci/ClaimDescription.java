package org.entente.protocols.oid4vci;

import java.util.List;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A claim of a credential type, with its names for people (OID4VCI 1.0 Appendix B.2). */
public record ClaimDescription(ClaimPath path, boolean mandatory, List<Display> display) {
    public ClaimDescription {
        display = List.copyOf(display);
    }

    /** Reads a description; none when its path is malformed, as it is for display only. */
    static Optional<ClaimDescription> parse(Members claim) {
        try {
            return Optional.of(new ClaimDescription(
                    ClaimPath.parse(claim.object().path("path")),
                    claim.object().path("mandatory").booleanValue(false),
                    Display.parse(claim)));
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        json.set("path", path.toJson());
        json.put("mandatory", mandatory);
        json.set("display", Display.toJson(display));
        return json;
    }
}
