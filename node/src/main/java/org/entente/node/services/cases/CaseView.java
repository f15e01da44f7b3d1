package org.entente.node.services.cases;

import java.util.ArrayList;
import java.util.List;
import org.entente.node.kernel.Text;
import org.entente.node.services.catalogue.Procedure;
import org.entente.node.verification.ClaimNames;
import org.entente.node.verification.Verification;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.JsonNode;

/**
 * A confirmation.
 *
 * @param received what was received and kept, for the person's own eyes
 */
public record CaseView(Procedure service, Case opened, List<Received> received) {
    /** A claim by the name that people give it. */
    public record Received(Text name, String value) {}

    static CaseView of(Procedure service, Case opened) {
        List<Received> received = new ArrayList<>();
        for (ClaimPath claim : service.claims()) {
            JsonNode value = opened.claims();
            for (String segment : claim.segments()) {
                value = value.path(segment);
            }
            if (value.isString()) {
                received.add(new Received(ClaimNames.of(claim), value.stringValue()));
            }
        }
        return new CaseView(service, opened, List.copyOf(received));
    }

    /** The page of the proof path, without the language. */
    public String proofPage() {
        return Verification.proofPage(opened.proof());
    }

    /** The entente's page, without the language. */
    public String ententePage() {
        String path = opened.entente().getPath();
        return "/ententes/" + path.substring(path.lastIndexOf('/') + 1);
    }
}
