package org.entente.node.names.capture;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.names.Name;
import org.entente.names.letters.Proposal;
import org.entente.names.letters.Spelling;
import org.entente.names.record.Equivalent;
import org.entente.node.kernel.Text;

/**
 * A draft as its orthography reads it, before it is recorded.
 *
 * @param orthography its name; "" for no particular one
 * @param lang of the name; "" where nobody said
 * @param seen the digest of the draft, which the page sends along: a yes is for what stood there
 * @param trouble why it was not recorded
 */
public record CheckView(
        UUID id,
        Draft draft,
        Name name,
        Spelling spelling,
        String orthography,
        String lang,
        Optional<Correction> correction,
        String seen,
        Trouble trouble) {
    /** Why a name was not recorded. */
    public enum Trouble {
        NONE("", ""),
        /** The person has as many names on record as a file holds. */
        FULL("names.full-file", "names.full-file.text"),
        /** The draft is another than the one that was shown. */
        CHANGED("names.changed", "names.changed.text"),
        /** What was accepted has more signs than what was written, and there is no room for them. */
        TOO_LONG("names.check.too-long", "names.refused.too_long");

        private final String title;
        private final String text;

        Trouble(String title, String text) {
            this.title = title;
            this.text = text;
        }

        /** The key of its title. */
        public String title() {
            return title;
        }

        /** The key of what is said of it. */
        public String text() {
            return text;
        }
    }

    /**
     * What was said of a name before it was corrected, and may be right no more.
     *
     * @param of the name
     * @param others the other writings of which is asked
     * @param sound whether it is asked of its recording
     * @param lostForms the systems whose forms have to be approved anew
     * @param likely whether the two differ only in what keyboards make, so that all of it is likely to be right still
     */
    public record Correction(UUID of, List<Equivalent> others, boolean sound, List<Text> lostForms, boolean likely) {
        public Correction {
            others = List.copyOf(others);
            lostForms = List.copyOf(lostForms);
        }

        /** Never a name. */
        @Override
        public String toString() {
            return "Correction[" + of + "]";
        }
    }

    /** What may be a mistake, and what may be none. */
    public List<Proposal> proposals() {
        return spelling.proposals();
    }

    /** What is outside the alphabet and kept, each once. */
    public List<String> remarks() {
        return spelling.remarks().stream()
                .map(segment -> segment.written())
                .distinct()
                .toList();
    }

    /** Code points as charts write them. */
    public static String notation(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" "));
    }

    /** Never the name. */
    @Override
    public String toString() {
        return "CheckView[" + id + "]";
    }
}
