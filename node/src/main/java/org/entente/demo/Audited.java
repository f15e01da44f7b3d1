package org.entente.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** An auditor takes the bundles of two governments and verifies them offline, under the keys that the entente pins. */
record Audited(Nodes nodes, Narrator narrator) {
    void play() {
        URI entente = URI.create(nodes.origin(Place.QUEBEC) + "/ententes/" + EntenteDesk.NAME);
        Pins pins = Pins.parse(Script.read(entente).getBytes(StandardCharsets.UTF_8));
        List<Bundle> bundles = List.of(take(Place.BRITISH_COLUMBIA), take(Place.QUEBEC));
        Report report = Audit.of(bundles, pins, MessageTypes.known());
        Wording wording = new Wording(Locale.ENGLISH);
        if (!report.isClean()) {
            throw new DemoFailed(wording.of(report));
        }
        wording.of(report).lines().forEach(line -> narrator.step("audit: " + line));
    }

    private Bundle take(Place place) {
        try {
            Path file = Files.createTempFile(place.slug(), ".ndjson");
            try {
                Files.writeString(file, nodes.script(place).text("/api/audit/bundle", "audit"));
                return BundleReader.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | BundleUnreadable e) {
            throw new DemoFailed("the bundle of " + place.slug() + " cannot be read", e);
        }
    }
}
