package org.entente.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.audit.Audit;
import org.entente.audit.Bundle;
import org.entente.audit.BundleReader;
import org.entente.audit.BundleUnreadable;
import org.entente.audit.Pins;
import org.entente.audit.Report;
import org.entente.audit.Wording;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;

/** Audits one bundle, or two against each other. Ends with 0 when nothing is wrong, with 1 when something is. */
final class AuditCommand {
    private AuditCommand() {}

    static int run(Words words) {
        boolean json = words.has("--json");
        Wording wording = new Wording(language(words));
        Pins pins = pins(words.option("--pins", ""));
        List<Bundle> bundles = new ArrayList<>();
        for (String file : words.files(1, 2)) {
            try {
                bundles.add(BundleReader.read(Path.of(file)));
            } catch (BundleUnreadable e) {
                System.out.println(wording.unreadable(file, e));
                return 1;
            } catch (IOException e) {
                throw new NotUnderstood("the file " + file + " cannot be read");
            }
        }
        Report report = Audit.of(bundles, pins, MessageTypes.known());
        System.out.println(json ? Json.write(report.toJson()) : wording.of(report));
        return report.isClean() ? 0 : 1;
    }

    private static Locale language(Words words) {
        return switch (words.option("--lang", "en")) {
            case "en" -> Locale.ENGLISH;
            case "fr" -> Locale.FRENCH;
            default -> throw new NotUnderstood("--lang is en or fr");
        };
    }

    private static Pins pins(String file) {
        try {
            return file.isEmpty() ? Pins.none() : Pins.parse(Files.readAllBytes(Path.of(file)));
        } catch (IOException | ProtocolError e) {
            throw new NotUnderstood("the file " + file + " is not an entente that can be read");
        }
    }
}
