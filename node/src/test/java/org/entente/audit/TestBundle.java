package org.entente.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.entente.protocols.Base64Url;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.GrowingTree;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.SignedNote;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A real bundle in the hands of somebody who alters it. */
final class TestBundle {
    private final List<ObjectNode> lines;

    TestBundle(String text) {
        this.lines = new ArrayList<>(text.lines().map(Json::object).toList());
    }

    TestBundle copy() {
        return new TestBundle(text());
    }

    /** The places of lines that are so. */
    List<Integer> where(Predicate<ObjectNode> wanted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (wanted.test(lines.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    /** The place of the first leaf of a type. */
    int first(String type) {
        return where(line -> line.path("type").asString("").equals(type)).getFirst();
    }

    /** Whether a receipt in it shows a state of another's log between its beginning and the end of a bundle. */
    boolean hasSeenAState(URI other, TestBundle bundle) {
        int end = bundle.where(line -> line.has("position")).size();
        return lines.stream()
                .filter(line -> line.has("receipt"))
                .map(line -> PeerReceipt.parse(line.path("receipt").stringValue()))
                .filter(receipt -> receipt.peer().equals(other))
                .flatMap(receipt -> receipt.state().stream())
                .anyMatch(state -> state.size() > 0 && state.size() < end);
    }

    ObjectNode line(int place) {
        return lines.get(place);
    }

    void remove(int place) {
        lines.remove(place);
        count();
    }

    void swap(int one, int other) {
        ObjectNode moved = lines.get(one);
        lines.set(one, lines.get(other));
        lines.set(other, moved);
    }

    void insert(int place, ObjectNode line) {
        lines.add(place, line);
        count();
    }

    /** Makes the commitment of a leaf that of its record as it is now. */
    void commit(int place) {
        ObjectNode line = lines.get(place);
        byte[] salt = Base64Url.decode(line.path("salt").stringValue());
        line.put("commitment", Base64Url.encode(Sha256.of(salt, Json.canonical(line.path("record")))));
    }

    /** Numbers the leaves anew and signs the log as it is now, as a node could that rewrites its own past. */
    void sign(Signer signer) {
        GrowingTree tree = new GrowingTree();
        for (ObjectNode line : lines) {
            if (line.has("position")) {
                line.put("position", tree.size());
                tree.append(BundleLeaf.parse(line).hash());
            }
        }
        String name = Checkpoint.parse(
                        SignedNote.parse(head().path("checkpoint").stringValue())
                                .text())
                .origin();
        Checkpoint checkpoint = new Checkpoint(name, tree.size(), tree.root());
        head().put(
                        "checkpoint",
                        SignedNote.sign(checkpoint.text(), name, signer).toString());
    }

    /** Leaves out the first leaves: the bundle then begins with the state after them, signed. */
    void beginAt(int leaves, Signer signer) {
        GrowingTree tree = new GrowingTree();
        List<Integer> first = where(line -> line.has("position")).subList(0, leaves);
        List<Hash> all = first.stream()
                .map(place -> BundleLeaf.parse(lines.get(place)).hash())
                .toList();
        all.forEach(tree::append);
        String name = Checkpoint.parse(
                        SignedNote.parse(head().path("checkpoint").stringValue())
                                .text())
                .origin();
        ObjectNode base = head().putObject("base");
        base.put(
                "checkpoint",
                SignedNote.sign(new Checkpoint(name, leaves, tree.root()).text(), name, signer)
                        .toString());
        ArrayNode subtrees = base.putArray("subtrees");
        largestSubtrees(all).forEach(hash -> subtrees.add(hash.base64()));
        first.reversed().forEach(place -> lines.remove((int) place));
        count();
    }

    private static List<Hash> largestSubtrees(List<Hash> leaves) {
        List<Hash> subtrees = new ArrayList<>();
        int from = 0;
        while (from < leaves.size()) {
            int size = Integer.highestOneBit(leaves.size() - from);
            GrowingTree tree = new GrowingTree();
            leaves.subList(from, from + size).forEach(tree::append);
            subtrees.add(tree.root());
            from += size;
        }
        return subtrees;
    }

    void madeAt(Instant instant) {
        head().put("made_at", instant.toString());
    }

    ObjectNode head() {
        return lines.getFirst();
    }

    Bundle read() throws BundleUnreadable {
        try {
            Path file = Files.createTempFile("bundle", ".ndjson");
            try {
                Files.writeString(file, text());
                return BundleReader.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return String.join("\n", lines.stream().map(Json::write).toList()) + "\n";
    }

    private void count() {
        ObjectNode end = (ObjectNode) lines.getLast().path("end");
        end.put("leaves", where(line -> line.has("position")).size());
        end.put("receipts", where(line -> line.has("receipt")).size());
    }
}
