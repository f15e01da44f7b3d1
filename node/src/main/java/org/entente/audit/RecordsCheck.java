package org.entente.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.audit.Finding.What;
import org.entente.protocols.ProtocolError;

/** Whether each leaf of the frontier's stream is of a known type and has its record, and each message may cross. */
final class RecordsCheck {
    private final Bundle bundle;
    private final Set<String> messageTypes;
    private final List<Finding> findings = new ArrayList<>();

    private RecordsCheck(Bundle bundle, Set<String> messageTypes) {
        this.bundle = bundle;
        this.messageTypes = messageTypes;
    }

    /**
     * Checks the records.
     *
     * @param messageTypes the closed list
     */
    static List<Finding> of(Bundle bundle, Set<String> messageTypes) {
        RecordsCheck check = new RecordsCheck(bundle, messageTypes);
        bundle.leaves().forEach(check::leaf);
        return check.findings;
    }

    private void leaf(BundleLeaf leaf) {
        boolean known = leaf.isCrossing() || leaf.isStatement() || leaf.isRefusal() || leaf.isUndelivered();
        if (leaf.isOfFrontier() && !known) {
            fault(What.ENTRY_UNKNOWN, leaf);
        } else if (leaf.isOfFrontier() && leaf.opened().isEmpty()) {
            fault(What.RECORD_MISSING, leaf);
        } else if (leaf.isAltered()) {
            fault(What.RECORD_ALTERED, leaf);
        } else if (leaf.isCrossing()) {
            crossing(leaf);
        } else if (leaf.opened().isPresent() && !leaf.isOfFrontier()) {
            fault(What.RECORD_CONTRADICTS_LEAF, leaf);
        }
    }

    private void crossing(BundleLeaf leaf) {
        try {
            Crossed crossed =
                    Crossed.of(leaf.position(), leaf.opened().orElseThrow().record());
            if (!crossed.leafType().equals(leaf.type()) || !leaf.isOfHour(crossed.at())) {
                fault(What.RECORD_CONTRADICTS_LEAF, leaf);
            }
            if (crossed.isMessage() && !messageTypes.contains(crossed.type())) {
                fault(What.TYPE_NOT_IN_LIST, leaf);
            }
        } catch (ProtocolError e) {
            fault(What.RECORD_CONTRADICTS_LEAF, leaf);
        }
    }

    private void fault(What what, BundleLeaf leaf) {
        findings.add(Finding.of(what, bundle, leaf.position()));
    }
}
