package org.entente.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.audit.Finding.What;

/**
 * The audit of one bundle, or of two that should agree: a pure function of the bundles and the keys that are held for
 * genuine.
 *
 * <pre>{@code
 * Report report = Audit.of(List.of(BundleReader.read(file)), pins, messageTypes);
 * }</pre>
 */
public final class Audit {
    /** How long delivery is tried, with the longest pause between two attempts. */
    static final Duration DELIVERY = Duration.ofDays(7).plusHours(1);

    private Audit() {}

    /**
     * Audits.
     *
     * @param bundles one, or both sides'
     * @param messageTypes the closed list of message types, with the fingerprint of each schema
     */
    public static Report of(List<Bundle> bundles, Pins pins, Map<String, String> messageTypes) {
        List<Finding> findings = new ArrayList<>();
        if (bundles.stream().map(Bundle::node).distinct().count() < bundles.size()) {
            findings.add(Finding.of(What.SAME_NODE, bundles.getFirst()));
        }
        Keyring keyring = Keyring.of(bundles, pins, findings);
        for (Bundle bundle : bundles) {
            findings.addAll(LogCheck.of(bundle, keyring, statesSeen(bundle, bundles, keyring)));
            findings.addAll(RecordsCheck.of(bundle, messageTypes.keySet()));
            findings.addAll(StatementsCheck.of(bundle, keyring, messageTypes));
            findings.addAll(receipts(bundle, keyring));
        }
        for (Bundle here : bundles) {
            for (Bundle there : bundles) {
                if (!here.node().equals(there.node())) {
                    findings.addAll(Reconciliation.of(here, there, keyring));
                }
            }
        }
        return new Report(bundles.stream().map(Report.Read::of).toList(), findings);
    }

    private static List<LogCheck.Seen> statesSeen(Bundle log, List<Bundle> bundles, Keyring keyring) {
        List<LogCheck.Seen> seen = new ArrayList<>(StatementsCheck.states(log));
        bundles.stream()
                .filter(bundle -> !bundle.node().equals(log.node()))
                .forEach(keeper -> seen.addAll(Reconciliation.statesKeptBy(keeper, log, keyring)));
        return seen;
    }

    /** Each receipt is for this node, and signed by the peer, where the peer's keys are known. */
    private static List<Finding> receipts(Bundle bundle, Keyring keyring) {
        List<Finding> findings = new ArrayList<>();
        int number = 0;
        for (PeerReceipt receipt : bundle.receipts()) {
            number++;
            boolean forged = keyring.knows(receipt.peer()) && !keyring.signed(receipt.peer(), receipt.jws());
            if (forged || !receipt.sender().equals(bundle.node())) {
                findings.add(Finding.of(
                        What.RECEIPT_FORGED, bundle, number, receipt.peer().getRawAuthority()));
            }
        }
        findings.addAll(undelivered(bundle));
        return findings;
    }

    /**
     * Each message without a receipt, which is none of the node's fault where its log says at the time what became of it;
     * after as long as delivery is tried, one of the two is there.
     */
    private static List<Finding> undelivered(Bundle bundle) {
        Set<String> receipts =
                bundle.receipts().stream().map(PeerReceipt::sha256).collect(Collectors.toSet());
        Map<String, String> ended = bundle.undelivered();
        return bundle.crossed().stream()
                .filter(one -> one.isMessage() && one.isOut() && !receipts.contains(one.sha256()))
                .map(one -> undelivered(bundle, one, ended.getOrDefault(one.sha256(), "")))
                .toList();
    }

    private static Finding undelivered(Bundle bundle, Crossed one, String reason) {
        if (!reason.isEmpty()) {
            return Finding.of(What.UNDELIVERED, bundle, one.position(), one.at(), reason);
        }
        boolean late = one.at().plus(DELIVERY).isBefore(bundle.madeAt());
        return Finding.of(late ? What.NEVER_DELIVERED : What.NOT_DELIVERED, bundle, one.position(), one.at());
    }
}
