package org.entente.node.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.collation.NameOrder;
import org.entente.names.collation.NameOrders;
import org.entente.names.form.CharacterPicker;
import org.entente.names.key.KeyMaker;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.FpccFolder;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.entente.names.profile.ProfileFolder;
import org.entente.names.profile.Profiles;
import org.entente.names.profile.Signatory;
import org.entente.names.profile.SignedFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The orthographies that this node knows: our own drafts, those of the folder that its operator has installed, and those that
 * communities have signed. Read once; alphabets and keys are made ready when they are first asked for.
 */
@Component
public class Orthographies {
    private static final Logger LOG = LoggerFactory.getLogger(Orthographies.class);

    /** The last sign of ASCII, which every keyboard has. */
    private static final int LAST_KEY = 0x7E;

    private final Profiles profiles;
    private final List<Profile> all;
    private final Map<String, Alphabet> alphabets = new ConcurrentHashMap<>();
    private final Map<String, KeyMaker> keyMakers = new ConcurrentHashMap<>();

    Orthographies(NamesSettings settings) {
        try {
            this.profiles = signed(settings, installed(settings.profiles()));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of orthographies cannot be read", e);
        }
        this.all = byName(profiles.all());
    }

    /** All that a person may choose from, by name: letters of all orthographies side by side; without the open one. */
    public List<Profile> all() {
        return all;
    }

    private static List<Profile> byName(Collection<Profile> profiles) {
        return profiles.stream()
                .sorted(Comparator.comparing(
                                Orthographies::name, NameOrders.standard().of(OpenProfile.get()))
                        .thenComparing(Profile::id))
                .toList();
    }

    /** What it is called; its id where that is no name that anybody could write. */
    private static NameText name(Profile profile) {
        return NameText.read(profile.name()) instanceof NameReading.Accepted(NameText name)
                ? name
                : NameText.of(profile.id());
    }

    /** Whether there is one of this id; the open one is always there. */
    public boolean has(String id) {
        return profiles.find(id).isPresent();
    }

    /** The alphabet of this id; the open one where it is not, or no longer, installed. */
    public Alphabet alphabet(String id) {
        Profile profile = profiles.findOrOpen(id);
        return alphabets.computeIfAbsent(profile.id(), known -> Alphabet.of(profile));
    }

    /** The order of its letters; that of all letters side by side where it is the open one, or not installed. */
    public NameOrder order(String id) {
        return NameOrders.standard().of(alphabet(id).profile());
    }

    /** Its letters that an ordinary keyboard lacks, capitals after their letters; none of a writing without an alphabet. */
    public List<String> letters(String id) {
        return CharacterPicker.of(alphabet(id).profile()).letters().values().stream()
                .flatMap(List::stream)
                .filter(form -> form.codePoints().anyMatch(codePoint -> codePoint > LAST_KEY))
                .toList();
    }

    /** What makes the keys of names in this orthography, and of those of which nobody has said in which they are. */
    public KeyMaker keys(String id) {
        Alphabet alphabet = alphabet(id);
        return keyMakers.computeIfAbsent(alphabet.profile().id(), known -> new KeyMaker(alphabet, romanising()));
    }

    /** Those of other scripts than the Latin that romanise it. */
    private List<Alphabet> romanising() {
        return profiles.all().stream()
                .filter(profile -> !profile.script().equals("Latn")
                        && !profile.romanisations().isEmpty())
                .map(profile -> alphabet(profile.id()))
                .toList();
    }

    private static Profiles installed(String folder) throws IOException {
        Profiles drafts = Profiles.none().withDrafts(DraftProfiles.all());
        if (folder.isEmpty()) {
            return drafts;
        }
        ProfileFolder.Loaded imported = ProfileFolder.load(Path.of(folder));
        warn(imported.unreadable().keySet());
        if (!imported.signed().isEmpty()) {
            LOG.warn(
                    "{} signed orthographies are not used: they belong in the folder entente.names.signed",
                    imported.signed().size());
        }
        if (!imported.drafts().isEmpty()) {
            return drafts.withDrafts(imported.drafts());
        }
        FpccFolder.Loaded published = FpccFolder.load(Path.of(folder));
        warn(published.unreadable().keySet());
        return drafts.withDrafts(published.profiles());
    }

    private static Profiles signed(NamesSettings settings, Profiles drafts) throws IOException {
        List<Signatory> signatories = settings.communities().stream()
                .map(NamesSettings.Community::signatory)
                .toList();
        if (settings.signed().isEmpty()) {
            return drafts;
        }
        SignedFolder.Installed installed = SignedFolder.install(Path.of(settings.signed()), signatories, drafts);
        new TreeSet<>(installed.refused().keySet())
                .forEach(file ->
                        LOG.warn("{} is signed by no key that may sign it, or unreadable, and is not used", file));
        return installed.profiles();
    }

    private static void warn(Collection<String> unreadable) {
        unreadable.forEach(file -> LOG.warn("the orthography {} cannot be read and is not used", file));
    }

    /** What is written under a name of unknown orthography. */
    public static String open() {
        return OpenProfile.ID;
    }
}
