package org.entente.node.agreements.desk;

import java.util.List;
import java.util.Optional;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.web.FormErrors;
import org.entente.protocols.jose.PublicJwk;

/**
 * The form by which another government is met, and whom it met.
 *
 * @param address as given
 */
public record PartnerView(String address, Optional<PartyFacts> met, FormErrors errors) {
    /** By which officers compare the keys over another way: SHA-256, RFC 7638. */
    public List<String> thumbprints() {
        return met.map(facts ->
                        facts.keys().keys().stream().map(PublicJwk::thumbprint).toList())
                .orElseGet(List::of);
    }
}
