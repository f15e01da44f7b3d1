package org.entente.node.agreements.simulate;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;

/**
 * What becomes otherwise for one worked example, for one shape of request and one issuer, or for what nobody has asked yet.
 *
 * @param title of the example, or what the request is for
 * @param count how many requests had the shape; 1 for an example, 0 for what nobody has asked yet
 * @param before why, as it is
 * @param after why, as it would be
 */
public record Effect(
        Kind kind,
        Basis basis,
        Text title,
        URI verifier,
        String credentialType,
        URI issuer,
        Set<ClaimPath> claims,
        long count,
        Text before,
        Text after) {
    /** Why it was tried. */
    public enum Basis {
        /** The parties agreed it as an example. */
        EXAMPLE,
        /** Services here ask it. */
        ASKED,
        /** It could be asked of, or by, a government that joins. */
        POSSIBLE;

        /** The name in interfaces. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In which way. */
    public enum Kind {
        /** It was permitted and would be refused. */
        BREAKS,
        /** It was permitted and would ask for more than the clause permits. */
        OVER_ASKS,
        /** It was refused and would be permitted. */
        NEWLY_WORKS;

        /** The name in interfaces. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
