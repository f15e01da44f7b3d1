package org.entente.audit;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.audit.Finding.What;

/**
 * Whether what one side recorded stands on the other side too. A message is recorded before it leaves and before it is
 * acknowledged, so a bundle that was made later has it.
 */
final class Reconciliation {
    /** How far two nodes' clocks may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** How long after one side's bundle an auditor may take the other's. */
    private static final Duration TOGETHER = Duration.ofHours(1);

    private final Bundle here;
    private final Bundle there;
    private final List<Crossed> ours;
    private final List<Crossed> theirs;
    private final List<Finding> findings = new ArrayList<>();

    private Reconciliation(Bundle here, Bundle there) {
        this.here = here;
        this.there = there;
        this.ours = here.crossed();
        this.theirs = there.crossed();
    }

    /** What of one side's record is not in order on the other side. */
    static List<Finding> of(Bundle here, Bundle there, Keyring keyring) {
        Reconciliation reconciliation = new Reconciliation(here, there);
        reconciliation.age(keyring);
        reconciliation.taken();
        reconciliation.acknowledged();
        reconciliation.documents();
        return reconciliation.findings;
    }

    /** The states of a bundle's log that the other side keeps in the receipts that it got. */
    static List<LogCheck.Seen> statesKeptBy(Bundle keeper, Bundle log, Keyring keyring) {
        return keeper.receipts().stream()
                .filter(receipt -> receipt.peer().equals(log.node()) && keyring.signed(log.node(), receipt.jws()))
                .flatMap(receipt -> receipt.checkpoint().stream().map(note -> new LogCheck.Seen(note, receipt.at())))
                .toList();
    }

    /**
     * Whether the other side signed receipts long after its bundle was made: then the two were not taken together, or it
     * gave an older one than it could, and what it lacks because of that would pass for nothing.
     */
    private void age(Keyring keyring) {
        here.receipts().stream()
                .filter(receipt -> receipt.peer().equals(there.node()) && keyring.signed(there.node(), receipt.jws()))
                .map(PeerReceipt::at)
                .max(Comparator.naturalOrder())
                .filter(last -> last.minus(TOGETHER).isAfter(there.madeAt()))
                .ifPresent(last -> findings.add(Finding.of(What.BUNDLE_OLDER, there, there.madeAt(), last)));
    }

    /** What came here from there had left there. */
    private void taken() {
        Map<String, Instant> sent = new HashMap<>();
        messages(theirs, true, here.node()).forEach(one -> sent.putIfAbsent(one.sha256(), one.at()));
        for (Crossed message : messages(ours, false, there.node())) {
            Instant left = sent.get(message.sha256());
            if (left == null) {
                missing(What.MESSAGE_NOT_SENT_THERE, message, message.at().minus(Audit.DELIVERY), message.at());
            } else if (message.at().plus(SKEW).isBefore(left)) {
                findings.add(Finding.of(What.TAKEN_BEFORE_SENT, here, message.position()));
            }
        }
    }

    /** What left here and was acknowledged there was recorded there, when it was acknowledged: it may have left days before. */
    private void acknowledged() {
        Map<String, Instant> receipts = here.receipts().stream()
                .filter(receipt -> receipt.peer().equals(there.node()))
                .collect(Collectors.toMap(PeerReceipt::sha256, PeerReceipt::at, (one, other) -> one));
        Set<String> took = new HashSet<>(messages(theirs, false, here.node()).stream()
                .map(Crossed::sha256)
                .toList());
        for (Crossed message : messages(ours, true, there.node())) {
            Instant acknowledged = receipts.get(message.sha256());
            if (acknowledged != null && !took.contains(message.sha256())) {
                missing(What.MESSAGE_NOT_TAKEN_THERE, message, acknowledged, acknowledged);
            }
        }
    }

    private void documents() {
        Set<String> published = theirs.stream()
                .filter(one -> !one.isMessage() && one.isOut())
                .map(one -> one.address() + " " + one.sha256())
                .collect(Collectors.toSet());
        for (Crossed document : ours) {
            boolean theirOwn = !document.isMessage()
                    && !document.isOut()
                    && document.peer().equals(there.node());
            if (theirOwn && !published.contains(document.address() + " " + document.sha256())) {
                missing(What.DOCUMENT_NOT_PUBLISHED_THERE, document, Instant.MIN, document.at());
            }
        }
    }

    /**
     * It lacks on the other side, unless the other bundle does not reach so far.
     *
     * @param earliest when the other side may have recorded it at the earliest
     * @param latest likewise, at the latest
     */
    private void missing(What what, Crossed one, Instant earliest, Instant latest) {
        if (latest.plus(SKEW).isAfter(there.madeAt())) {
            findings.add(Finding.of(What.MADE_BEFORE, there, one.position(), latest));
        } else if (there.base().isPresent() && isBeforeBundle(earliest)) {
            findings.add(Finding.of(What.BEGINS_AFTER, there, one.position(), latest));
        } else {
            findings.add(Finding.of(what, here, one.position(), one.at()));
        }
    }

    /** Whether it may stand in the part that the bundle leaves out: of its first leaf we know the hour alone. */
    private boolean isBeforeBundle(Instant at) {
        return there.leaves().isEmpty()
                || at.isBefore(there.leaves()
                        .getFirst()
                        .hour()
                        .plus(Duration.ofHours(1))
                        .plus(SKEW));
    }

    private static List<Crossed> messages(List<Crossed> crossed, boolean out, URI peer) {
        return crossed.stream()
                .filter(one ->
                        one.isMessage() && one.isOut() == out && one.peer().equals(peer))
                .toList();
    }
}
