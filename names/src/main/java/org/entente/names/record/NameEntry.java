package org.entente.names.record;

import java.util.List;
import java.util.Optional;
import org.entente.names.Name;
import org.entente.names.legacy.Channel;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.profile.OpenProfile;

/**
 * One name with all that is known of it.
 *
 * @param orthography the id of its profile; {@link OpenProfile#ID} when nobody has said
 * @param received K0: what came in, before it was composed; never shown, kept for proof
 * @param equivalents the same name in other forms
 * @param legacyForms what its bearer has approved for systems that cannot write it, at most one for each channel
 */
public record NameEntry(
        Name name,
        String orthography,
        String received,
        List<Equivalent> equivalents,
        Spoken spoken,
        List<LegacyForm> legacyForms,
        Validity validity) {
    /** The most equivalents, and the most forms. */
    public static final int MAX_FORMS = 50;

    /** @throws IllegalArgumentException when there are too many forms, or two for one channel */
    public NameEntry {
        equivalents = List.copyOf(equivalents);
        legacyForms = List.copyOf(legacyForms);
        if (equivalents.size() > MAX_FORMS || legacyForms.size() > MAX_FORMS) {
            throw new IllegalArgumentException("a name has at most " + MAX_FORMS + " forms");
        }
        if (legacyForms.stream().map(LegacyForm::channel).distinct().count() < legacyForms.size()) {
            throw new IllegalArgumentException("a name has one form for a channel");
        }
    }

    /** A name of which nothing else is known. */
    public static NameEntry of(Name name) {
        return new NameEntry(
                name, OpenProfile.ID, name.full().value(), List.of(), Spoken.UNKNOWN, List.of(), Validity.UNKNOWN);
    }

    /** The same in this orthography. */
    public NameEntry in(String profileId) {
        return new NameEntry(name, profileId, received, equivalents, spoken, legacyForms, validity);
    }

    /** The same with these other forms of it. */
    public NameEntry with(Equivalent... others) {
        return new NameEntry(name, orthography, received, List.of(others), spoken, legacyForms, validity);
    }

    /** The same, said so. */
    public NameEntry with(Spoken said) {
        return new NameEntry(name, orthography, received, equivalents, said, legacyForms, validity);
    }

    /** The same with these approved forms. */
    public NameEntry with(List<LegacyForm> approved) {
        return new NameEntry(name, orthography, received, equivalents, spoken, approved, validity);
    }

    /** The same, borne then. */
    public NameEntry with(Validity borne) {
        return new NameEntry(name, orthography, received, equivalents, spoken, legacyForms, borne);
    }

    /** The form approved for a channel. */
    public Optional<LegacyForm> form(Channel channel) {
        return legacyForms.stream()
                .filter(form -> form.channel().equals(channel.id()))
                .findFirst();
    }

    /** Whether its orthography is known. */
    public boolean hasOrthography() {
        return !orthography.equals(OpenProfile.ID);
    }
}
