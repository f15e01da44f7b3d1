package org.entente.audit;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an audit read and what it found. */
public record Report(List<Read> read, List<Finding> findings) {
    public Report {
        read = List.copyOf(read);
        findings = List.copyOf(findings);
    }

    /**
     * What was read of one bundle.
     *
     * @param leaves how many leaves of the journal
     * @param crossings how many of them are crossings
     */
    public record Read(URI node, Instant madeAt, long leaves, long crossings, long receipts) {
        static Read of(Bundle bundle) {
            return new Read(
                    bundle.node(),
                    bundle.madeAt(),
                    bundle.leaves().size(),
                    bundle.leaves().stream().filter(BundleLeaf::isCrossing).count(),
                    bundle.receipts().size());
        }
    }

    /** Whether no fault was found. */
    public boolean isClean() {
        return findings.stream().noneMatch(finding -> finding.what().isFault());
    }

    /** How many crossings of one side could not be looked for on the other, whose bundle does not reach so far. */
    public long notCompared() {
        return findings.stream()
                .filter(finding ->
                        finding.what() == Finding.What.MADE_BEFORE || finding.what() == Finding.What.BEGINS_AFTER)
                .count();
    }

    /** For programs. */
    public ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("clean", isClean()).put("not_compared", notCompared());
        ArrayNode bundles = json.putArray("bundles");
        read.forEach(one -> bundles.addObject()
                .put("node", one.node().toString())
                .put("made_at", one.madeAt().toString())
                .put("leaves", one.leaves())
                .put("crossings", one.crossings())
                .put("receipts", one.receipts()));
        ArrayNode found = json.putArray("findings");
        for (Finding finding : findings) {
            ArrayNode arguments = found.addObject()
                    .put("what", finding.what().name().toLowerCase(java.util.Locale.ROOT))
                    .put("fault", finding.what().isFault())
                    .put("node", finding.node())
                    .putArray("arguments");
            finding.arguments().forEach(arguments::add);
        }
        return json;
    }
}
