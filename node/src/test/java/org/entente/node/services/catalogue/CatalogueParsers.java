package org.entente.node.services.catalogue;

import java.util.List;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.services.ServicesSettings;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.fuzz.Parser;
import org.springframework.core.io.ByteArrayResource;

/** The reader of the files in which an operator describes services. */
public final class CatalogueParsers {
    private CatalogueParsers() {}

    /** @param sample a description whose organisation lives on the node */
    public static List<Parser> all(NodeIdentity node, byte[] sample) {
        return List.of(new Parser("service", List.of(sample), 1, input -> {
            try {
                new Catalogue(new ServicesSettings(List.of(new ByteArrayResource(input))), node);
                return "";
            } catch (IllegalArgumentException e) {
                throw new ProtocolError("invalid_service", "refused");
            }
        }));
    }
}
