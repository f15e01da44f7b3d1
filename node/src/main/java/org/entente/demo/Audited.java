package org.entente.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.audit.Audit;
import org.entente.audit.Bundle;
import org.entente.audit.BundleReader;
import org.entente.audit.BundleUnreadable;
import org.entente.audit.Finding;
import org.entente.audit.Pins;
import org.entente.audit.Report;
import org.entente.audit.UnsoundPins;
import org.entente.audit.Wording;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.offline.PublishedFiles;
import org.entente.node.agreements.offline.Unsound;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.protocols.json.Json;

/**
 * An auditor takes the bundles of all governments and verifies them offline: under the keys that the entente pins, and those
 * of who acceded since, by its transitions.
 */
record Audited(Nodes nodes, Narrator narrator, List<Place> governments) {
    void play() {
        Pins pins = pins();
        List<Bundle> bundles = governments.stream().map(this::take).toList();
        Report report = Audit.of(bundles, pins, MessageTypes.known());
        Wording wording = new Wording(Locale.ENGLISH);
        boolean pinned = report.findings().stream().noneMatch(found -> found.what() == Finding.What.KEYS_FROM_BUNDLE);
        if (!report.isClean() || !pinned) {
            throw new DemoFailed(wording.of(report));
        }
        wording.of(report).lines().forEach(line -> narrator.step("audit: " + line));
    }

    private Pins pins() {
        URI entente = URI.create(nodes.origin(Place.QUEBEC) + "/ententes/" + EntenteDesk.NAME);
        byte[] published = read(entente);
        int last = Json.object(published).path("number").asInt(0);
        List<byte[]> files = new ArrayList<>(List.of(published));
        for (int page = 1; page <= PublicRecord.pageOf(last); page++) {
            files.add(read(PublicRecord.pageAt(entente, page)));
        }
        try {
            return Pins.parse(published).and(Pins.of(PublishedFiles.read(files).keysAt(Instant.now())));
        } catch (Unsound | UnsoundPins unsound) {
            throw new DemoFailed("what quebec publishes of the entente proves nothing", unsound);
        }
    }

    private static byte[] read(URI address) {
        return Script.read(address).getBytes(StandardCharsets.UTF_8);
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
