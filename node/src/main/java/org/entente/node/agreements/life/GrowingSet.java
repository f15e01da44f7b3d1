package org.entente.node.agreements.life;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A set of names that only grows, and of which each stage stays as it was while the next one shares nearly all of it. So a
 * history is replayed in time that grows with its length, and every state of it may be kept. Its runs grow smaller from the
 * first to the last: a name is copied when its run joins one that is as long.
 */
final class GrowingSet extends AbstractSet<String> {
    /** Nothing yet. */
    static final GrowingSet EMPTY = new GrowingSet(List.of());

    private final List<Set<String>> runs;
    private final int size;

    private GrowingSet(List<Set<String>> runs) {
        this.runs = List.copyOf(runs);
        this.size = runs.stream().mapToInt(Set::size).sum();
    }

    /** These names, as a stage from which others follow. */
    static GrowingSet of(Set<String> names) {
        return names instanceof GrowingSet already ? already : EMPTY.with(names);
    }

    /** The next stage, with more names. */
    GrowingSet with(Set<String> more) {
        Set<String> last = new HashSet<>(more);
        last.removeIf(this::contains);
        if (last.isEmpty()) {
            return this;
        }
        List<Set<String>> next = new ArrayList<>(runs);
        while (!next.isEmpty() && next.getLast().size() <= last.size()) {
            last.addAll(next.removeLast());
        }
        next.add(last);
        return new GrowingSet(next);
    }

    /** What it is made of, the largest first. */
    List<Set<String>> runs() {
        return runs;
    }

    @Override
    public boolean contains(Object name) {
        return runs.stream().anyMatch(run -> run.contains(name));
    }

    @Override
    public Iterator<String> iterator() {
        return runs.stream().flatMap(Set::stream).iterator();
    }

    @Override
    public int size() {
        return size;
    }
}
