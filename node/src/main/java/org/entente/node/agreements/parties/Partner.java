package org.entente.node.agreements.parties;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.trust.KeyBasis;
import org.entente.protocols.jose.Jwks;

/**
 * Another government, as it is known here.
 *
 * @param basis how its keys came to be known
 * @param keys under which its signatures are believed
 * @param jurisdiction as it presents itself under one of them; empty where nothing of the kind has been read
 * @param ententes the names of those by which both governments are bound
 */
public record Partner(
        URI entity, KeyBasis basis, Jwks keys, Optional<Jurisdiction> jurisdiction, List<String> ententes) {
    public Partner {
        ententes = List.copyOf(ententes);
    }
}
