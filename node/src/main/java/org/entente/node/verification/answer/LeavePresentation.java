package org.entente.node.verification.answer;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.kernel.Secrets;
import org.entente.node.verification.PresentationId;
import org.entente.node.verification.Starter;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.Presentations;
import org.entente.node.verification.presentation.Reply;
import org.springframework.stereotype.Component;

/** Ends an asking because the person goes another way than by a wallet: no wallet can answer it any more. */
@Component
public class LeavePresentation {
    private final Presentations presentations;
    private final EndPresentation endPresentation;
    private final Secrets secrets;

    LeavePresentation(Presentations presentations, EndPresentation endPresentation, Secrets secrets) {
        this.presentations = presentations;
        this.endPresentation = endPresentation;
        this.secrets = secrets;
    }

    /** The asking that this browser started, ended now or before; empty when there is none. */
    public Optional<Presentation> leave(PresentationId id, String browserToken, Instant now) {
        Optional<Presentation> asked = presentations.findOf(Starter.secretOfBrowser(browserToken), id, now);
        asked.ifPresent(presentation ->
                endPresentation.end(presentation, new Ending.Declined(), secrets.token(), Reply.NONE, now));
        return asked;
    }
}
