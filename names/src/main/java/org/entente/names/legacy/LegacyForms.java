package org.entente.names.legacy;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NameText;
import org.entente.names.legacy.Transcription.Transcribed;
import org.entente.names.letters.Alphabet;
import org.entente.names.letters.Segment;

/**
 * Forms of names for systems that cannot write them.
 *
 * <pre>{@code
 * LegacyForms forms = LegacyForms.of(Alphabet.of(profile));
 * switch (forms.form(NameText.of("ʔaq̓am"), Channel.MRZ_PASSPORT, approvedBefore)) {
 *     case LegacyOutcome.Recorded(LegacyForm form) -> give(form.value());
 *     case LegacyOutcome.Drafted(LegacyDraft draft) -> ask(draft.value(), draft.losses()); // AQAM; ʔ left out, q̓ → Q
 *     case LegacyOutcome.ByHand(Channel channel, List<String> unknown) -> askForAForm(unknown);
 * }
 * }</pre>
 *
 * @param agencyTable what an agency has published
 */
public record LegacyForms(Alphabet alphabet, AgencyTable agencyTable) {
    private static final String BETWEEN_IDENTIFIERS = "<<";

    /** Without an agency's table. */
    public static LegacyForms of(Alphabet alphabet) {
        return new LegacyForms(alphabet, AgencyTable.NONE);
    }

    /** What a channel gets: the approved form, or a draft, or nothing until somebody has written one. */
    public LegacyOutcome form(NameText name, Channel channel, List<LegacyForm> approved) {
        return recorded(channel, approved)
                .<LegacyOutcome>map(LegacyOutcome.Recorded::new)
                .orElseGet(() -> draft(name, channel));
    }

    /**
     * The same of a name with its parts: in travel documents the family's name, two fillers, the given names; words of the name
     * that stand in neither are left out, and said to be. A name without these parts, or with parts that are not of it, stands
     * whole where the family's would, and nothing is filled in after it.
     */
    public LegacyOutcome form(Name name, Channel channel, List<LegacyForm> approved) {
        List<NameText> family = name.parts(NamePart.Role.FAMILY);
        List<NameText> given = name.parts(NamePart.Role.GIVEN);
        if (channel.repertoire() != Repertoire.MRZ || family.isEmpty() || given.isEmpty()) {
            return form(name.full(), channel, approved);
        }
        PartedWords words = PartedWords.of(
                name.full(), Stream.concat(family.stream(), given.stream()).toList());
        if (!words.inNoName().isEmpty()) {
            return form(name.full(), channel, approved);
        }
        return recorded(channel, approved)
                .<LegacyOutcome>map(LegacyOutcome.Recorded::new)
                .orElseGet(() -> {
                    Writing writing = new Writing();
                    write(family, channel, writing);
                    writing.text.append(BETWEEN_IDENTIFIERS);
                    write(given, channel, writing);
                    words.inNoPart().forEach(word -> writing.losses.add(new Loss(word, "", Loss.Kind.LEFT_OUT)));
                    return writing.outcome(channel);
                });
    }

    private static Optional<LegacyForm> recorded(Channel channel, List<LegacyForm> approved) {
        return approved.stream()
                .filter(form -> form.channel().equals(channel.id()))
                .findFirst();
    }

    private LegacyOutcome draft(NameText name, Channel channel) {
        Writing writing = new Writing();
        write(List.of(name), channel, writing);
        return writing.outcome(channel);
    }

    private void write(List<NameText> texts, Channel channel, Writing writing) {
        Transcription transcription = new Transcription(channel.repertoire(), alphabet.profile(), agencyTable.forms());
        for (NameText text : texts) {
            if (text != texts.getFirst()) {
                writing.text.append(channel.repertoire() == Repertoire.MRZ ? "<" : " ");
            }
            List<Segment> segments = alphabet.read(text).segments();
            writing.unknown.addAll(transcription.unknown(segments));
            segments.forEach(segment -> transcription.of(segment).ifPresent(form -> writing.add(segment, form)));
            writing.losses.addAll(new Comparison(channel.repertoire()).ofCase(text.value()));
        }
    }

    /** A form on its way. */
    private static final class Writing {
        private final StringBuilder text = new StringBuilder();
        private final List<Loss> losses = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private Method method = Method.UNCHANGED;

        void add(Segment segment, Transcribed form) {
            boolean same = form.method() == Method.UNCHANGED;
            if (!same || form.form().isEmpty()) {
                losses.add(new Loss(
                        segment.written(),
                        form.form(),
                        form.form().isEmpty() ? Loss.Kind.LEFT_OUT : Loss.Kind.REPLACED));
            }
            if (!same && (method == Method.UNCHANGED || form.method().compareTo(method) > 0)) {
                method = form.method();
            }
            if (!form.form().equals("<") || (!text.isEmpty() && text.charAt(text.length() - 1) != '<')) {
                text.append(form.form());
            }
        }

        LegacyOutcome outcome(Channel channel) {
            String whole = channel.repertoire() == Repertoire.MRZ ? tidied(text.toString()) : text.toString();
            boolean nothingLeft = whole.codePoints().noneMatch(UCharacter::isLetterOrDigit);
            if (!unknown.isEmpty() || nothingLeft) {
                return new LegacyOutcome.ByHand(
                        channel, unknown.stream().distinct().toList());
            }
            String value = whole;
            if (whole.length() > channel.most()) {
                value = whole.substring(0, channel.most());
                losses.add(new Loss(whole.substring(channel.most()), "", Loss.Kind.CUT));
            }
            return new LegacyOutcome.Drafted(new LegacyDraft(channel, stripped(value, channel), method, losses));
        }

        /** One filler between components, two between identifiers, none at the ends. */
        private static String tidied(String zone) {
            return zone.replaceAll("<{3,}", BETWEEN_IDENTIFIERS).replaceAll("^<+|<+$", "");
        }

        private static String stripped(String value, Channel channel) {
            return channel.repertoire() == Repertoire.MRZ ? value.replaceAll("<+$", "") : value.strip();
        }
    }
}
