package org.entente.node.agreements.document;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a government's own configuration says of it, and a document states of a party.
 *
 * @param approval how it approves, where a text does not say; empty where that is not known, as it is of no other
 */
public record PartyFacts(
        Jurisdiction jurisdiction, Jwks keys, X509Certificate credentialAuthority, List<Party.Approval> approval) {
    public PartyFacts {
        approval = List.copyOf(approval);
    }

    /** What another publishes of itself; how it approves is its own affair. */
    public PartyFacts(Jurisdiction jurisdiction, Jwks keys, X509Certificate credentialAuthority) {
        this(jurisdiction, keys, credentialAuthority, List.of());
    }

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
            writeApproval(party);
        }
        party.put("kind", jurisdiction.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        ObjectNode jwks = party.putObject("keys");
        var array = jwks.putArray("keys");
        keys.keys().forEach(key -> array.add(key.toJson()));
        party.put("credential_ca", Certificates.toBase64(credentialAuthority));
    }

    /** What is written of a government that does not say how it approves binds it to nothing. */
    private void writeApproval(ObjectNode party) {
        if (approval.isEmpty()) {
            Text text = Messages.ofProgram().text("agreements.draft.approval");
            ObjectNode step = party.putArray("approval").addObject();
            step.putObject("step").put("fr", text.fr()).put("en", text.en());
            step.set("office", party.path("name"));
        } else {
            party.set("approval", Draft.write(approval));
        }
    }
}
