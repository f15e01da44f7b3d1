package org.entente.node.agreements.record;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.Transition;
import org.springframework.stereotype.Component;

/**
 * Reads what a party publishes from where its history parts from ours to where a majority has entrusted another with ordering:
 * back from our own last, whoever ordered there, and forth, no further than what our depositary signed, page by page. What it
 * leads to is for whoever follows it to verify.
 */
@Component
class ReadBranch {
    /** The most pages of one record in one round. */
    static final int MAX_PAGES = 10;

    private final ReadRecord readRecord;

    ReadBranch(ReadRecord readRecord) {
        this.readRecord = readRecord;
    }

    /**
     * The transitions, in order and without a gap; as many as could be read.
     *
     * @param last the number of the last that the record shows
     * @throws org.entente.protocols.ProtocolError when a page is malformed
     */
    List<Transition> read(Held held, URI record, int last, Instant now) {
        int end = PublicRecord.pageOf(last);
        int middle = Math.min(PublicRecord.pageOf(held.chain().number()), end);
        List<Transition> all = new ArrayList<>(page(record, middle, now));
        int left = MAX_PAGES - 1;
        for (int page = middle - 1; page >= 1 && left > 0 && beginsElsewhere(held, all); page--, left--) {
            all.addAll(0, page(record, page, now));
        }
        for (int page = middle + 1; page <= end && left > 0 && goesOn(held, all); page++, left--) {
            all.addAll(page(record, page, now));
        }
        return all;
    }

    private List<Transition> page(URI record, int page, Instant now) {
        int before = (page - 1) * PublicRecord.PAGE;
        return readRecord.transitions(record, before, before + PublicRecord.PAGE, now);
    }

    /** Whether it parted from ours before what was read. */
    private static boolean beginsElsewhere(Held held, List<Transition> all) {
        return !all.isEmpty() && !isOurs(held, all.getFirst());
    }

    /** Whether nobody has taken the depositary's place in what was read. */
    private static boolean goesOn(Held held, List<Transition> all) {
        return !all.isEmpty()
                && isOrdered(held, all.getLast())
                && all.stream()
                        .noneMatch(transition -> transition.successor().isPresent() && !isOurs(held, transition));
    }

    private static boolean isOrdered(Held held, Transition transition) {
        return isOurs(held, transition) || transition.isBy(held.chain().depositary());
    }

    private static boolean isOurs(Held held, Transition transition) {
        return held.hashAt(transition.number())
                .filter(transition.hash()::equals)
                .isPresent();
    }
}
