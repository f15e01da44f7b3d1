package org.entente.node.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.legacy.Repertoire;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.Authority;
import org.entente.names.profile.Casing;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.LegacyRules;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.entente.names.profile.ProfileFolder;
import org.entente.names.profile.Pronunciation;
import org.entente.names.profile.SignedProfile;
import org.entente.names.profile.Signing;
import org.entente.names.profile.Status;
import org.entente.node.verification.TestKey;

/**
 * A folder with one orthography of no community, in the manner of Salish ones, as an operator would install it; and another
 * that is signed as a community would.
 */
public final class TestOrthographies {
    /** The id of the orthography. */
    public static final String ID = "test:salish";

    /** The id of the one that is signed. */
    public static final String SIGNED = "test:signed";

    private static final TestKey COMMUNITY = TestKey.create();
    private static final Profile SALISH = profile(ID, new Authority("", "made for a test", "Apache-2.0"), Status.DRAFT);

    private TestOrthographies() {}

    /** The settings of a government that has them, and one system of its own. */
    public static Map<String, Object> settings() {
        return Map.of(
                "entente.names.profiles",
                folder(SALISH).toString(),
                "entente.names.signed",
                Objects.requireNonNull(signed().getParent()).toString(),
                "entente.names.communities[0].profiles[0]",
                SIGNED,
                "entente.names.communities[0].key",
                communitysKey(),
                "entente.names.systems[0].id",
                "health-card",
                "entente.names.systems[0].name.fr",
                "Carte d’assurance maladie",
                "entente.names.systems[0].name.en",
                "Health card",
                "entente.names.systems[0].repertoire",
                Repertoire.ASCII.name(),
                "entente.names.systems[0].most",
                20,
                "entente.names.systems[0].table",
                table().toString());
    }

    /** What the agency of that system writes for a letter that it lacks. */
    private static Path table() {
        try {
            Path file = Files.createTempFile("table", ".csv");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "sign,form\nə,u\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a node knows whose operator has installed one more. */
    public static Orthographies with(Profile more) {
        return new Orthographies(
                new NamesSettings(folder(SALISH, more).toString(), "", List.of(), List.of(), Duration.ofDays(30)));
    }

    /** A file of its own in a folder of its own. */
    static Path signed() {
        Profile approved = profile(
                SIGNED, new Authority("a language house", "made for a test", "Apache-2.0"), Status.COMMUNITY_APPROVED);
        try {
            Path folder = Files.createTempDirectory("signed-orthographies");
            Path file = Files.writeString(
                    folder.resolve("signed.json"),
                    SignedProfile.sign(approved, "language-house", Signing.with(COMMUNITY.privateKey()))
                            .write());
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String communitysKey() {
        return pem(COMMUNITY);
    }

    static String strangersKey() {
        return pem(TestKey.create());
    }

    private static Profile profile(String id, Authority authority, Status status) {
        return new Profile(
                id,
                "1",
                "of no community",
                "und-x-test",
                "Latn",
                Casing.UNSTATED,
                List.of("a", "k", "kw", "m", "q̓", "q̓ʷ", "w", "ʔ"),
                Map.of("a", List.of("á")),
                Map.of("q̕", "q̓", "ꝗ", "kw"),
                List.of(),
                List.of(),
                new LegacyRules(Map.of("ʔ", "", "q̓", "Q"), Map.of("ʔ", "7", "q̓", "q'"), Map.of("ʔ", "7", "q̓", "q'")),
                List.of("BC Sans"),
                Pronunciation.UNKNOWN,
                authority,
                status);
    }

    private static String pem(TestKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.publicKey().toKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static Path folder(Profile... profiles) {
        try {
            Path folder = Files.createTempDirectory("orthographies");
            ProfileFolder.write(folder, List.of(profiles))
                    .forEach(file -> file.toFile().deleteOnExit());
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The draft whose letters the name is made of, as its bearer would choose; the open one where there is none. */
    static String writing(String probe) {
        if (!(NameText.read(probe) instanceof NameReading.Accepted(NameText name))) {
            return OpenProfile.ID;
        }
        return DraftProfiles.all().stream()
                .filter(profile -> Alphabet.of(profile).read(name).remarks().isEmpty())
                .map(profile -> profile.id())
                .findFirst()
                .orElse(OpenProfile.ID);
    }
}
