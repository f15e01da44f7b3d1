package org.entente.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.audit.Finding.What;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.GrowingTree;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.SignedNote;

/**
 * Whether the leaves are the log that the node signed: none removed, altered, re-ordered or back-dated, and every state
 * that the node signed elsewhere is a beginning of it.
 */
final class LogCheck {
    /** How far an hour may lie behind one before it, or beyond the bundle: what is recorded together ends apart. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** How far two nodes' clocks may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Bundle bundle;
    private final Keyring keyring;
    private final List<Finding> findings = new ArrayList<>();

    private LogCheck(Bundle bundle, Keyring keyring) {
        this.bundle = bundle;
        this.keyring = keyring;
    }

    /**
     * Checks a log.
     *
     * @param seen states of this log that its node signed and that were kept elsewhere
     */
    static List<Finding> of(Bundle bundle, Keyring keyring, List<Seen> seen) {
        LogCheck check = new LogCheck(bundle, keyring);
        check.hours();
        check.roots(check.genuine(seen));
        return check.findings;
    }

    /**
     * A state of the log that was kept elsewhere.
     *
     * @param at when it was received there at the latest
     */
    record Seen(SignedNote note, Instant at) {}

    /** What the node did not sign, or signed after the bundle was made, proves nothing against it. */
    private List<Checkpoint> genuine(List<Seen> seen) {
        long size = bundle.checkpoint().size();
        return seen.stream()
                .filter(state -> keyring.signed(bundle, state.note()))
                .filter(state -> Checkpoint.parse(state.note().text()).size() <= size
                        || state.at().plus(SKEW).isBefore(bundle.madeAt()))
                .map(state -> Checkpoint.parse(state.note().text()))
                .toList();
    }

    private void roots(List<Checkpoint> seen) {
        Checkpoint latest = bundle.checkpoint();
        if (!keyring.signed(bundle, bundle.note()) || !latest.origin().equals(bundle.logName())) {
            findings.add(Finding.of(What.CHECKPOINT_NOT_SIGNED, bundle, latest.size()));
        }
        GrowingTree tree = begin();
        long begin = tree.size();
        Map<Long, Hash> roots = rootsAt(tree, seen);
        if (tree.size() != latest.size() || !tree.root().equals(latest.root())) {
            findings.add(Finding.of(What.LOG_DIFFERS, bundle, latest.size()));
        }
        long before = 0;
        for (Checkpoint state : seen) {
            if (state.size() > latest.size()) {
                findings.add(Finding.of(What.REWRITTEN, bundle, state.size()));
            } else if (state.size() < begin) {
                before++;
            } else if (roots.containsKey(state.size()) && !state.root().equals(roots.get(state.size()))) {
                findings.add(Finding.of(What.REWRITTEN, bundle, state.size()));
            }
        }
        if (before > 0) {
            findings.add(Finding.of(What.STATES_BEFORE, bundle, before));
        }
    }

    private GrowingTree begin() {
        if (bundle.base().isEmpty()) {
            return new GrowingTree();
        }
        Bundle.Base base = bundle.base().get();
        GrowingTree tree = new GrowingTree(base.checkpoint().size(), base.subtrees());
        if (!keyring.signed(bundle, base.note())
                || !tree.root().equals(base.checkpoint().root())) {
            findings.add(Finding.of(What.BASE_DIFFERS, bundle, base.checkpoint().size()));
        }
        return tree;
    }

    private Map<Long, Hash> rootsAt(GrowingTree tree, List<Checkpoint> seen) {
        Set<Long> wanted = new TreeSet<>(seen.stream().map(Checkpoint::size).toList());
        Map<Long, Hash> roots = new HashMap<>();
        note(tree, wanted, roots);
        for (BundleLeaf leaf : bundle.leaves()) {
            if (leaf.position() != tree.size()) {
                findings.add(Finding.of(What.LOG_DIFFERS, bundle, tree.size()));
                return roots;
            }
            tree.append(leaf.hash());
            note(tree, wanted, roots);
        }
        return roots;
    }

    private static void note(GrowingTree tree, Set<Long> wanted, Map<Long, Hash> roots) {
        if (wanted.contains(tree.size())) {
            roots.put(tree.size(), tree.root());
        }
    }

    private void hours() {
        Instant latest = Instant.MIN;
        for (BundleLeaf leaf : bundle.leaves()) {
            if (leaf.hour().isBefore(latest.minus(latest.equals(Instant.MIN) ? Duration.ZERO : SLACK))) {
                findings.add(Finding.of(What.BACK_DATED, bundle, leaf.position(), leaf.hour()));
            }
            if (leaf.hour().isAfter(bundle.madeAt().plus(SLACK))) {
                findings.add(Finding.of(What.POST_DATED, bundle, leaf.position(), leaf.hour()));
            }
            latest = leaf.hour().isAfter(latest) ? leaf.hour() : latest;
        }
    }
}
