package org.entente.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.collation.NameOrders;
import org.entente.names.key.KeyMaker;
import org.entente.names.key.NameKeys;
import org.entente.names.legacy.Channel;
import org.entente.names.legacy.LegacyForms;
import org.entente.names.legacy.LegacyOutcome;
import org.entente.names.letters.Alphabet;
import org.entente.names.letters.Proposal;
import org.entente.names.letters.Segment;
import org.entente.names.letters.Spelling;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.FpccFolder;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.entente.names.profile.ProfileFolder;
import org.entente.names.profile.Profiles;

/** {@code ./entente names …}: the library of names at a terminal. It answers; it changes no name. */
final class NamesCommand {
    private final PrintStream out;
    private final Profiles profiles;
    private final Profile profile;

    private NamesCommand(PrintStream out, Profiles profiles, Profile profile) {
        this.out = out;
        this.profiles = profiles;
        this.profile = profile;
    }

    static int run(Words words, PrintStream out) {
        String what = words.next("what to do with names (import, profiles, validate, keys, sort, forms or audit)");
        if (what.equals("audit")) {
            return BarriersCommand.run(words, out, Clock.systemUTC());
        }
        try {
            if (what.equals("import")) {
                String into = words.option("--into", "");
                return importFolder(Path.of(words.next("the published folder")), into, words, out);
            }
            Profiles installed = installed(words.option("--profiles", ""), out);
            String id = words.option("--profile", OpenProfile.ID);
            Profile profile =
                    installed.find(id).orElseThrow(() -> new NotUnderstood("there is no profile '" + id + "'"));
            return new NamesCommand(out, installed, profile).answer(what, words);
        } catch (MalformedInputException e) {
            throw new NotUnderstood("the file is not UTF-8");
        } catch (FileSystemException e) {
            throw new NotUnderstood(e.getFile() + " cannot be read or written");
        } catch (IOException | IllegalArgumentException e) {
            throw new NotUnderstood(String.valueOf(e.getMessage()));
        }
    }

    private int answer(String what, Words words) throws IOException {
        return switch (what) {
            case "profiles" -> list(words);
            case "validate" -> validate(words.rest());
            case "keys" -> keys(words.rest());
            case "sort" -> sort(Path.of(words.next("a file with a name on each line")), words);
            case "forms" -> forms(words.rest());
            default -> throw new NotUnderstood("there is no 'names " + what + "'");
        };
    }

    /** Our own drafts, and what a folder holds: published alphabets, or profiles that were imported before. */
    private static Profiles installed(String folder, PrintStream out) throws IOException {
        Profiles drafts = Profiles.none().withDrafts(DraftProfiles.all());
        if (folder.isEmpty()) {
            return drafts;
        }
        ProfileFolder.Loaded imported = ProfileFolder.load(Path.of(folder));
        if (!imported.drafts().isEmpty()) {
            report(imported.unreadable(), out);
            return drafts.withDrafts(imported.drafts());
        }
        return drafts.withDrafts(published(Path.of(folder), out));
    }

    private static List<Profile> published(Path folder, PrintStream out) throws IOException {
        FpccFolder.Loaded loaded = FpccFolder.load(folder);
        report(loaded.unreadable(), out);
        return loaded.profiles();
    }

    private static int importFolder(Path folder, String into, Words words, PrintStream out) throws IOException {
        words.requireAllUsed();
        List<Profile> profiles = published(folder, out);
        if (into.isEmpty()) {
            throw new NotUnderstood("--into and a folder for the profiles are needed");
        }
        List<Path> files = ProfileFolder.write(Path.of(into), profiles);
        out.println(files.size() + " profiles written to " + into + ", all of them drafts. Source: "
                + "First Peoples' Cultural Council, FirstVoices Unicode and Orthography Resources (Apache-2.0).");
        return 0;
    }

    private static void report(Map<String, String> unreadable, PrintStream out) {
        unreadable.forEach((name, reason) -> out.println("not loaded: " + name + ": " + reason));
    }

    private int list(Words words) {
        words.requireAllUsed();
        profiles.all()
                .forEach(each -> out.println(String.join(
                        "\t",
                        each.id(),
                        each.bcp47(),
                        each.casing().code(),
                        each.alphabet().size() + " letters",
                        each.status().code(),
                        each.name())));
        return 0;
    }

    private int validate(List<String> names) {
        Alphabet alphabet = Alphabet.of(profile);
        for (String name : names) {
            switch (NameText.read(name)) {
                case NameReading.Refused refused ->
                    out.println("cannot be kept: " + refused.reason() + " " + refused.notation());
                case NameReading.Accepted(NameText text) -> show(alphabet.read(text));
            }
        }
        return 0;
    }

    private void show(Spelling spelling) {
        out.println(spelling.text().value() + "\t" + notation(spelling.text().value()));
        for (Segment segment : spelling.remarks()) {
            out.println("  outside the alphabet: " + segment.written() + "  " + notation(segment.written())
                    + "  (kept as written)");
        }
        for (Proposal proposal : spelling.proposals()) {
            out.println("  did you mean " + (proposal.suggested().isEmpty() ? "nothing" : proposal.suggested()) + "  "
                    + notation(proposal.suggested()) + "  for  " + notation(proposal.written()) + "?");
        }
    }

    private int keys(List<String> names) {
        KeyMaker maker = new KeyMaker(Alphabet.of(profile));
        for (String name : names) {
            NameKeys keys = maker.of(NameText.of(name));
            out.println("K1 " + keys.stored() + "\nK2 " + keys.identity() + "\nK3 "
                    + String.join(" ", new TreeSet<>(keys.search())) + "\nK4 "
                    + String.join(" ", new TreeSet<>(keys.roman())) + "\n   " + keys.version());
        }
        return 0;
    }

    private int sort(Path file, Words words) throws IOException {
        words.requireAllUsed();
        Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(NameText::of)
                .sorted(NameOrders.standard().of(profile))
                .forEach(name -> out.println(name.value()));
        return 0;
    }

    private int forms(List<String> names) {
        LegacyForms forms = LegacyForms.of(Alphabet.of(profile));
        for (String name : names) {
            for (Channel channel : List.of(Channel.MRZ_PASSPORT, Channel.LATIN1, Channel.ASCII)) {
                out.println(channel.id() + "\t" + said(forms.form(NameText.of(name), channel, List.of())));
            }
        }
        return 0;
    }

    private static String said(LegacyOutcome outcome) {
        return switch (outcome) {
            case LegacyOutcome.Recorded(var form) -> form.value();
            case LegacyOutcome.Drafted(var draft) ->
                draft.value() + "\tlost: "
                        + String.join(
                                ", ",
                                draft.losses().stream()
                                        .map(loss -> loss.written() + "→" + loss.becomes())
                                        .toList());
            case LegacyOutcome.ByHand(Channel channel, List<String> unknown) ->
                "to be written by a person; no rule for: " + String.join(" ", unknown);
        };
    }

    private static String notation(String text) {
        return String.join(
                " ",
                text.codePoints()
                        .mapToObj(codePoint -> String.format(java.util.Locale.ROOT, "U+%04X", codePoint))
                        .toList());
    }
}
