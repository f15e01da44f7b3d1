package org.entente.names.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The FirstVoices orthography resources as the First Peoples' Cultural Council publishes them (Apache-2.0): a folder with two
 * tables of sites and languages, and in it a folder for each alphabet. An operator installs it from its steward; nothing of it
 * comes with this library. The steward asks its users to write to hello@firstvoices.com.
 *
 * <pre>{@code
 * FpccFolder.load(Path.of("unicode-resources")).profiles() // 74 drafts, fpcc:cree-saulteau … fpcc:yekooche
 * }</pre>
 */
public final class FpccFolder {
    /** The most alphabets in a folder. */
    public static final int MAX_ALPHABETS = 1_000;

    private static final String ALPHABETS = "orthography-resources";

    private FpccFolder() {}

    /**
     * What a folder gave.
     *
     * @param profiles by the name of their folder
     * @param unreadable for each folder that holds no usable alphabet the reason; its alphabet is missing, the rest is not
     */
    public record Loaded(List<Profile> profiles, Map<String, String> unreadable) {
        public Loaded {
            profiles = List.copyOf(profiles);
            unreadable = Map.copyOf(unreadable);
        }
    }

    /**
     * Loads every alphabet.
     *
     * @param folder the published folder, or the {@code orthography-resources} in it
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it is no such folder
     */
    public static Loaded load(Path folder) throws IOException {
        Path root = Files.isDirectory(folder.resolve(ALPHABETS)) ? folder.resolve(ALPHABETS) : folder;
        FpccSites sites = FpccSites.read(root);
        List<Path> folders = alphabetFolders(root);
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("no folder with an alphabet_ordering.csv in it");
        }
        Map<String, String> unreadable = new HashMap<>();
        List<Profile> profiles = folders.stream()
                .flatMap(alphabet -> profile(alphabet, sites, unreadable))
                .toList();
        return new Loaded(profiles, unreadable);
    }

    private static List<Path> alphabetFolders(Path root) throws IOException {
        try (Stream<Path> inside = Files.list(root)) {
            List<Path> folders = inside.filter(path -> Files.exists(path.resolve(FpccAlphabet.ORDERING)))
                    .sorted()
                    .limit(MAX_ALPHABETS + 1L)
                    .toList();
            if (folders.size() > MAX_ALPHABETS) {
                throw new IllegalArgumentException("more than " + MAX_ALPHABETS + " alphabets");
            }
            return folders;
        }
    }

    private static Stream<Profile> profile(Path folder, FpccSites sites, Map<String, String> unreadable) {
        String slug = folder.getFileName().toString();
        try {
            return Stream.of(FpccAlphabet.read(folder).profile(slug, sites.site(slug)));
        } catch (IOException | IllegalArgumentException e) {
            unreadable.put(slug, String.valueOf(e.getMessage()));
            return Stream.empty();
        }
    }
}
