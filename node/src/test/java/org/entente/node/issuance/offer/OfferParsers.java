package org.entente.node.issuance.offer;

import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestIssuer;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.json.Json;

/** The reader of the API's request for an offer. */
public final class OfferParsers {
    private OfferParsers() {}

    public static List<Parser> all(TestNode issuer) {
        OfferBody body = issuer.bean(OfferBody.class);
        return List.of(Parser.ofObject(
                "offer-body",
                json -> {
                    body.parse(json);
                    return "";
                },
                Json.object("{\"configurations\":[\"" + TestIssuer.IDENTITY + "\"],\"record\":\"" + TestIssuer.RECORD
                        + "\",\"transaction_code\":\"1234\"}")));
    }
}
