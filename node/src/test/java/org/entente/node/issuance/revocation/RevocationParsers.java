package org.entente.node.issuance.revocation;

import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.web.NotFound;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.json.Json;

/** The reader of the API's request to revoke. */
public final class RevocationParsers {
    private RevocationParsers() {}

    public static List<Parser> all(TestNode issuer) {
        RevocationRequest request = issuer.bean(RevocationRequest.class);
        return List.of(Parser.ofObject(
                "revocation-request",
                json -> {
                    try {
                        request.parse(json);
                        return "";
                    } catch (NotFound unknownOrganisation) {
                        throw new ProtocolError("not_found", "refused");
                    }
                },
                Json.object("{\"record\":{\"register\":\"residents\",\"number\":\"A1\"}}"),
                Json.object("{\"family\":{\"organisation\":\"" + TestIssuer.ORGANISATION + "\",\"handle\":\""
                        + "A".repeat(43) + "\"}}"),
                Json.object("{\"configuration\":\"" + TestIssuer.IDENTITY
                        + "\",\"issued_from\":\"2026-01-01\",\"issued_until\":\"2026-02-01\"}")));
    }
}
