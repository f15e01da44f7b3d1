package org.entente.names.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.names.json.Json;

/** A folder of profiles as JSON documents, signed or not, one in each file whose name ends in {@code .json}. */
public final class ProfileFolder {
    private static final String SUFFIX = ".json";

    private ProfileFolder() {}

    /**
     * What a folder holds.
     *
     * @param drafts profiles without a signature
     * @param signed profiles with one, which nobody has checked yet
     * @param unreadable for each other file the reason
     */
    public record Loaded(List<Profile> drafts, List<SignedProfile> signed, Map<String, String> unreadable) {
        public Loaded {
            drafts = List.copyOf(drafts);
            signed = List.copyOf(signed);
            unreadable = Map.copyOf(unreadable);
        }
    }

    /** Reads all of them, in the order of their files' names. */
    public static Loaded load(Path folder) throws IOException {
        List<Profile> drafts = new ArrayList<>();
        List<SignedProfile> signed = new ArrayList<>();
        Map<String, String> unreadable = new TreeMap<>();
        for (Path file : files(folder)) {
            try {
                String json = text(file);
                if (Json.read(json) instanceof Map<?, ?> members && members.containsKey("signature")) {
                    signed.add(SignedProfile.read(json));
                } else {
                    drafts.add(ProfileJson.read(json));
                }
            } catch (IOException | IllegalArgumentException e) {
                unreadable.put(file.getFileName().toString(), String.valueOf(e.getMessage()));
            }
        }
        return new Loaded(drafts, signed, unreadable);
    }

    /**
     * Writes each profile to a file of its own, named after its id; a file of that name gives way.
     *
     * @return the files
     */
    public static List<Path> write(Path folder, List<Profile> profiles) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Profile profile : profiles) {
            Path file = folder.resolve(profile.id().replace(':', '-') + SUFFIX);
            Files.writeString(file, ProfileJson.write(profile));
            files.add(file);
        }
        return files;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> files = inside.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .limit(Profiles.MAX_PROFILES + 1L)
                    .toList();
            if (files.size() > Profiles.MAX_PROFILES) {
                throw new IllegalArgumentException("more than " + Profiles.MAX_PROFILES + " profiles");
            }
            return files;
        }
    }

    static String text(Path file) throws IOException {
        if (Files.size(file) > Json.MAX_LENGTH) {
            throw new IllegalArgumentException("longer than " + Json.MAX_LENGTH + " bytes");
        }
        return Files.readString(file);
    }
}
