package org.entente.node.wallet.receiving;

import java.util.List;
import org.entente.protocols.fuzz.Parser;

/** The reader of issuers' addresses as people type them. */
public final class ReceivingParsers {
    private ReceivingParsers() {}

    public static List<Parser> all() {
        return List.of(Parser.ofTyped(
                "issuer-address",
                text -> IssuerAddress.parse(text).map(Object::toString),
                "https://quebec.example/o/etat-civil",
                "quebec.example/"));
    }
}
