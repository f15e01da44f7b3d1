package org.entente.protocols.dcql;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A credential as its holder sees it when answering a query.
 *
 * @param reference the holder's own name for it, unique among those matched
 * @param type its {@code vct}
 * @param authorities the authority key identifiers in its certificate chain, base64url
 * @param claims all its claims, disclosures resolved
 */
public record Holding(String reference, String format, String type, Set<String> authorities, ObjectNode claims) {
    public Holding {
        authorities = Set.copyOf(authorities);
    }
}
