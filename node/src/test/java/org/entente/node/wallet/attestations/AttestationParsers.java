package org.entente.node.wallet.attestations;

import java.util.List;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.json.Json;

/** The readers of what strangers name things, and of links that a holder brings by hand. */
public final class AttestationParsers {
    private AttestationParsers() {}

    public static List<Parser> all() {
        return List.of(
                Parser.ofJson(
                        "labels",
                        json -> Label.toJson(Label.parse(json)),
                        Json.parse("[{\"text\":\"Preuve d’identité\",\"lang\":\"fr\"},{\"text\":\"a\\u202eb\"}]")),
                Parser.ofTyped(
                        "pasted-link",
                        text -> PastedLink.page(text).map(page -> ""),
                        "openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fquebec.example%2Foffer",
                        "haip-vp://?client_id=x&request_uri=https%3A%2F%2Fquebec.example%2Frequest"));
    }
}
