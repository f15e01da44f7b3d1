package org.entente.node.services.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Text;
import org.entente.node.services.catalogue.Procedure;
import org.entente.node.verification.Verification;

/**
 * A confirmation.
 *
 * @param received what was received and kept, for the person's own eyes
 * @param earlier when the same person last used this service before
 */
public record CaseView(Procedure service, Case opened, List<Received> received, Optional<Instant> earlier) {
    /**
     * A claim by the name that people give it.
     *
     * @param lang of the value, a BCP 47 tag; empty where what was received does not say
     * @param isName whether it is a person's name, a form of one or how it is said, which no translator touches
     * @param notes keys of what is said of it besides
     */
    public record Received(Text name, String value, String lang, boolean isName, List<String> notes) {
        public Received {
            notes = List.copyOf(notes);
        }
    }

    static CaseView of(Procedure service, Case opened, Optional<Instant> earlier) {
        return new CaseView(service, opened, ReceivedClaims.of(opened.claims(), service.claims()), earlier);
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
