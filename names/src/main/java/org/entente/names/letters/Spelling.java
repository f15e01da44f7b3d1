package org.entente.names.letters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.letters.Proposal.Reason;
import org.entente.names.profile.Romanisation;

/**
 * A name as an orthography reads it.
 *
 * <pre>{@code
 * Spelling spelling = alphabet.read(NameText.of("ʔaq̕am"));
 * spelling.proposals();                    // [q̕ → q̓]
 * spelling.with(spelling.proposals());     // ʔaq̓am, when the person said yes
 * }</pre>
 *
 * @param text the name in its stored form
 * @param segments all of it, from the first sign to the last
 */
public record Spelling(NameText text, List<Segment> segments) {
    public Spelling {
        segments = List.copyOf(segments);
    }

    /** Whether every sign is a letter, a separator or something between. */
    public boolean isWithinAlphabet() {
        for (Segment segment : segments) {
            if (!(segment.sign() instanceof Sign.Letter) && !(segment.sign() instanceof Sign.Separator)) {
                return false;
            }
        }
        return true;
    }

    /** What is outside the alphabet: to be shown, and kept if the person says that it is right. */
    public List<Segment> remarks() {
        return segments.stream()
                .filter(segment -> segment.sign() instanceof Sign.Foreign)
                .toList();
    }

    /** The letters in order, as the alphabet has them. */
    public List<Sign.Letter> letters() {
        return segments.stream()
                .map(Segment::sign)
                .filter(Sign.Letter.class::isInstance)
                .map(Sign.Letter.class::cast)
                .toList();
    }

    /** What the person is asked, in order. */
    public List<Proposal> proposals() {
        List<Proposal> proposals = new ArrayList<>();
        for (Segment segment : segments) {
            switch (segment.sign()) {
                case Sign.Confusable(String meant, boolean published) ->
                    proposals.add(new Proposal(
                            segment.start(),
                            segment.written(),
                            meant,
                            published ? Reason.CONFUSABLE : Reason.CONFUSABLE_CAPITAL));
                case Sign.Invisible() ->
                    proposals.add(new Proposal(segment.start(), segment.written(), "", Reason.INVISIBLE));
                case Sign.Letter letter -> {}
                case Sign.Separator separator -> {}
                case Sign.Foreign foreign -> {}
            }
        }
        return proposals;
    }

    /**
     * The name as it is once the person has accepted some of the proposals.
     *
     * @throws IllegalArgumentException when one of them is not of this spelling, or {@link #reading} refuses what they make of it
     */
    public NameText with(List<Proposal> accepted) {
        return NameText.of(changed(accepted));
    }

    /**
     * The same, or why what they make of it is no name: a letter that is proposed may have more signs than the one that is written,
     * and there may be no room for them.
     *
     * @throws IllegalArgumentException when one of them is not of this spelling
     */
    public NameReading reading(List<Proposal> accepted) {
        return NameText.read(changed(accepted));
    }

    private String changed(List<Proposal> accepted) {
        StringBuilder changed = new StringBuilder(text.value());
        List<Proposal> lastFirst = accepted.stream()
                .sorted(Comparator.comparingInt(Proposal::start).reversed())
                .distinct()
                .toList();
        if (!proposals().containsAll(lastFirst)) {
            throw new IllegalArgumentException("a proposal for another name");
        }
        for (Proposal proposal : lastFirst) {
            changed.replace(
                    proposal.start(), proposal.start() + proposal.written().length(), proposal.suggested());
        }
        return changed.toString();
    }

    /** The name in plainer letters, each in its usual form; signs that the romanisation does not name stay as they are. */
    public String romanised(Romanisation romanisation) {
        StringBuilder roman = new StringBuilder();
        for (Segment segment : segments) {
            roman.append(segment.romanised(romanisation).getFirst());
        }
        return roman.toString();
    }
}
