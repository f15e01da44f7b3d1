package org.entente.node.verification.api;

import java.net.URI;
import java.util.List;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Origins;
import org.entente.node.kernel.Text;
import org.entente.node.verification.PresentationRequest;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body with which a client starts a presentation.
 *
 * @param back where the holder's browser goes afterwards
 */
record StartBody(PresentationRequest request, URI back) {
    private static final int MAX_TEXT = 500;

    /** @throws ProtocolError {@code invalid_request} when it is malformed or names an organisation that is not here */
    static StartBody parse(ObjectNode body, NodeIdentity node) {
        PresentationRequest request = new PresentationRequest(
                node.organisation(text(body, "organisation"))
                        .orElseThrow(() -> invalid("no such organisation lives on this node")),
                text(body, "purpose"),
                new Text(text(body.path("purpose_text"), "fr"), text(body.path("purpose_text"), "en")),
                text(body, "credential_type"),
                claims(body.path("claims")));
        return new StartBody(request, address(text(body, "back")));
    }

    private static List<ClaimPath> claims(JsonNode array) {
        if (!array.isArray() || array.isEmpty() || array.size() > PresentationRequest.MAX_CLAIMS) {
            throw invalid("claims are an array of 1 to " + PresentationRequest.MAX_CLAIMS + " paths");
        }
        List<ClaimPath> claims = array.valueStream().map(ClaimPath::parse).toList();
        if (!claims.stream().allMatch(PresentationRequest::canBeAsked)) {
            throw invalid(
                    "a claim is asked for by names, and null for all elements of an array; where some are left out,"
                            + " nobody can tell which stood at a position");
        }
        return claims;
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (Origins.isAcceptable(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw invalid("back is an address");
        }
        throw invalid("back is an https address");
    }

    private static String text(JsonNode object, String name) {
        String value = object.path(name).asString("");
        if (value.isBlank() || value.length() > MAX_TEXT) {
            throw invalid(name + " is a text of 1 to " + MAX_TEXT + " characters");
        }
        return value;
    }

    private static ProtocolError invalid(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
