package org.entente.node.agreements.held;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.entente.node.agreements.AgreementsSettings;
import org.entente.node.agreements.document.Party;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.springframework.stereotype.Component;

/**
 * How this government approves, whatever a text states for it: by the steps of its settings; without these, and where it has
 * stated none itself, by two officers.
 */
@Component
public class OurApproval {
    private final URI entity;
    private final List<Party.Approval> steps;
    private final boolean isStated;

    OurApproval(AgreementsSettings settings, NodeIdentity node) {
        this.entity = node.entityId();
        this.isStated = !settings.approval().isEmpty();
        this.steps = isStated
                ? settings.approval().stream().map(OurApproval::step).toList()
                : twoOfficers(node.jurisdiction().name());
    }

    /** Whose it is. */
    URI entity() {
        return entity;
    }

    /** The steps, in order. */
    public List<Party.Approval> steps() {
        return steps;
    }

    /** Whether they stand in the settings, so that they count whatever has been stated elsewhere. */
    boolean isStated() {
        return isStated;
    }

    private static Party.Approval step(AgreementsSettings.Step step) {
        return new Party.Approval(
                Objects.requireNonNull(step.step()), Objects.requireNonNull(step.office()), step.byAnother());
    }

    private static List<Party.Approval> twoOfficers(Text government) {
        Messages messages = Messages.ofProgram();
        return List.of(
                new Party.Approval(messages.text("agreements.path.examined"), government, false),
                new Party.Approval(messages.text("agreements.path.decided"), government, true));
    }
}
