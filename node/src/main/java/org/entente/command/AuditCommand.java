package org.entente.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.audit.Audit;
import org.entente.audit.Bundle;
import org.entente.audit.BundleReader;
import org.entente.audit.BundleUnreadable;
import org.entente.audit.Pins;
import org.entente.audit.Report;
import org.entente.audit.UnsoundPins;
import org.entente.audit.Wording;
import org.entente.node.agreements.offline.PublishedFiles;
import org.entente.node.agreements.offline.Unsound;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.node.kernel.Language;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;

/**
 * Audits one bundle, or two against each other. Ends with 0 when nothing is wrong, with 1 when something is, with 3 when the
 * files from which keys were to be pinned prove nothing.
 */
final class AuditCommand {
    private static final int CLEAN = 0;
    private static final int FAULTY = 1;
    private static final int UNSOUND = 3;
    private static final int MAX_PINNING = 1_000;

    private final PrintStream out;
    private final Language language;
    private final Wording wording;

    private AuditCommand(Language language, PrintStream out) {
        this.out = out;
        this.language = language;
        this.wording = new Wording(language.locale());
    }

    /**
     * Audits.
     *
     * @param now until when an entente's transitions are followed
     */
    static int run(Words words, PrintStream out, Instant now) {
        AuditCommand command = new AuditCommand(
                Language.of(words.option("--lang", "en")).orElseThrow(() -> new NotUnderstood("--lang is en or fr")),
                out);
        return command.audit(words.has("--json"), pinning(words), words, now);
    }

    private int audit(boolean json, List<String> pinning, Words words, Instant now) {
        List<String> files = words.files(1, 2);
        Optional<Pins> pins = pins(pinning, now);
        if (pins.isEmpty()) {
            return UNSOUND;
        }
        List<Bundle> bundles = new ArrayList<>();
        for (String file : files) {
            try {
                bundles.add(BundleReader.read(Path.of(file)));
            } catch (BundleUnreadable e) {
                out.println(wording.unreadable(file, e));
                return FAULTY;
            } catch (IOException e) {
                throw unread(file);
            }
        }
        Report report = Audit.of(bundles, pins.get(), MessageTypes.known());
        out.println(json ? Json.write(report.toJson()) : wording.of(report));
        return report.isClean() ? CLEAN : FAULTY;
    }

    /** The files that {@code --pins} names, once for each. */
    private static List<String> pinning(Words words) {
        List<String> files = new ArrayList<>();
        String file = words.option("--pins", "");
        while (!file.isEmpty() && files.size() < MAX_PINNING) {
            files.add(file);
            file = words.option("--pins", "");
        }
        return files;
    }

    /**
     * What the files pin: an entente's signed text names the first parties; with the pages of its transitions, also who
     * acceded, and what keys each took since.
     *
     * @return empty when they prove nothing, which has been said
     */
    private Optional<Pins> pins(List<String> files, Instant now) {
        Pins pins = Pins.none();
        List<byte[]> contents = new ArrayList<>();
        boolean paged = false;
        for (String file : files) {
            byte[] content = content(file);
            contents.add(content);
            try {
                if (isPage(content)) {
                    paged = true;
                } else {
                    pins = pins.and(Pins.parse(content));
                }
            } catch (UnsoundPins e) {
                out.println(wording.unsound(file, e));
                return Optional.empty();
            }
        }
        return paged ? followed(pins, files, contents, now) : Optional.of(pins);
    }

    private Optional<Pins> followed(Pins pins, List<String> files, List<byte[]> contents, Instant now) {
        try {
            return Optional.of(pins.and(Pins.of(PublishedFiles.read(contents).keysAt(now))));
        } catch (Unsound unsound) {
            out.println(new RulingWording(language).unsound(unsound));
        } catch (UnsoundPins contradiction) {
            out.println(wording.unsound(String.join(", ", files), contradiction));
        }
        return Optional.empty();
    }

    private static boolean isPage(byte[] content) {
        try {
            return Json.object(content).has("transitions");
        } catch (ProtocolError malformed) {
            return false;
        }
    }

    private byte[] content(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw unread(file);
        }
    }

    private NotUnderstood unread(String file) {
        return new NotUnderstood(wording.unread(file));
    }
}
