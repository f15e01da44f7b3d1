package org.entente.node.agreements.explain;

import java.util.Locale;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;

/** The stations of a proof path, in order. */
public enum Stage {
    ANCHOR,
    PARTY,
    ISSUER_KEY,
    CERTIFICATE,
    TYPE,
    STATUS,
    CLAUSE,
    CLAIMS;

    /** The name in interfaces. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Text title() {
        return Messages.ofProgram().text("agreements.stage." + id());
    }
}
