package org.entente.node.agreements.document;

import java.security.cert.X509Certificate;
import java.util.Locale;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.node.ObjectNode;

/** What a government's own configuration says of it, and a document states of a party. */
public record PartyFacts(Jurisdiction jurisdiction, Jwks keys, X509Certificate credentialAuthority) {
    /** Whether a party is stated as its government states itself. */
    public boolean match(Party party) {
        return party.key().equals(jurisdiction.code())
                && party.kind() == jurisdiction.kind()
                && keys.keys().containsAll(party.keys().keys())
                && party.credentialAuthority().equals(credentialAuthority);
    }

    /** Writes the members of a party that the government does not choose for one entente. */
    void writeTo(ObjectNode party) {
        party.put("key", jurisdiction.code());
        if (!party.has("name")) {
            party.putObject("name")
                    .put("fr", jurisdiction.name().fr())
                    .put("en", jurisdiction.name().en());
        }
        if (!party.has("approval")) {
            ObjectNode step = party.putArray("approval").addObject();
            step.set("step", approval());
            step.set("office", party.path("name"));
        }
        party.put("kind", jurisdiction.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        ObjectNode jwks = party.putObject("keys");
        var array = jwks.putArray("keys");
        keys.keys().forEach(key -> array.add(key.toJson()));
        party.put("credential_ca", Certificates.toBase64(credentialAuthority));
    }

    /** What a government does that does not say how it approves. */
    private static ObjectNode approval() {
        Text text = Messages.ofProgram().text("agreements.draft.approval");
        return Json.newObject().put("fr", text.fr()).put("en", text.en());
    }
}
