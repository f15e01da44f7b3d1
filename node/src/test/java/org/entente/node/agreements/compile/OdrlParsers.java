package org.entente.node.agreements.compile;

import java.util.List;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.protocols.fuzz.Parser;
import tools.jackson.databind.node.ObjectNode;

/** The reader of agreements in ODRL. */
public final class OdrlParsers {
    private static final int SLOW = 10;

    private OdrlParsers() {}

    public static List<Parser> all() {
        ObjectNode compiled = CompileOdrl.of(HeldEntente.known(TestEntentes.inForce()), TestEntentes.NOW)
                .json();
        Parser parser = Parser.ofObject("odrl-agreement", json -> new OdrlAgreement(json).json(), compiled);
        return List.of(new Parser(parser.name(), parser.samples(), SLOW, parser.read()));
    }
}
