package org.entente.node.names.capture;

import java.util.List;
import java.util.Optional;
import org.entente.names.NameReading;
import org.entente.node.web.FormErrors;

/**
 * What a brought file holds, or the form that asks for one.
 *
 * @param lines the names of the file; empty before there is one
 * @param rest how many rows more it has than are read
 */
public record BringView(Optional<List<Line>> lines, int rest, FormErrors errors) {
    /** The largest file, in kilobytes. */
    public static final int MAX_KILOBYTES = 512;

    /**
     * One name of the file.
     *
     * @param number of the line on which it stands
     * @param draft that it could begin
     * @param lang of the name; "" where nobody said
     * @param known whether it is among the person's, letter for letter, put away or not
     * @param refused why it could not be recorded
     */
    public record Line(long number, Draft draft, String lang, boolean known, Optional<NameReading.Refused> refused) {
        /** The key of the words for why it could not be recorded. */
        public String refusal() {
            return refused.map(ReadDraft::refusal).orElseThrow();
        }

        /** Never the name. */
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    static BringView before(FormErrors errors) {
        return new BringView(Optional.empty(), 0, errors);
    }

    static BringView of(List<Line> lines, int rest) {
        return new BringView(Optional.of(List.copyOf(lines)), rest, FormErrors.none());
    }
}
