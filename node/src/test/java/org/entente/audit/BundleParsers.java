package org.entente.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementContent;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.jose.JoseOption;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.GrowingTree;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.SignedNote;
import tools.jackson.databind.node.ObjectNode;

/** The readers of what an auditor is given, which may come from whoever has something to hide. */
public final class BundleParsers {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final URI NODE = URI.create("https://quebec.example");
    private static final String ORIGIN = "quebec.example/journal";

    private final Signer signer;
    private final Path folder;

    private BundleParsers(Signer signer, Path folder) {
        this.signer = signer;
        this.folder = folder;
    }

    public static List<Parser> all(Signer signer, Path folder) {
        BundleParsers all = new BundleParsers(signer, folder);
        ObjectNode leaf = all.leaf();
        return List.of(
                new Parser("bundle", List.of(all.bundle(leaf).getBytes(StandardCharsets.UTF_8)), 4, all::audited),
                Parser.ofObject("bundle-leaf", BundleParsers::leaf, leaf),
                Parser.ofObject("bundle-head", head -> all.audited(all.bundle(head, leaf)), all.head(leaf))
                        .withSignatures(),
                Parser.ofObject("bundle-one-leaf", one -> all.audited(all.bundle(all.head(leaf), one)), leaf)
                        .withSignatures(),
                Parser.ofText(
                        "bundle-receipt", text -> done(PeerReceipt.parse(text).state()), all.receipt()),
                Parser.ofObject("pins", json -> done(pins(json)), all.document(), all.published())
                        .withSignatures());
    }

    private Object audited(String text) {
        return audited(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was read is judged as well: a judgement of anything readable is a report. */
    private Object audited(byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("input.ndjson"), bytes);
            Bundle bundle = BundleReader.read(file);
            Audit.of(List.of(bundle), Pins.none(), Map.of());
            return "";
        } catch (BundleUnreadable e) {
            throw new ProtocolError("invalid_bundle", e.why().name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pins pins(ObjectNode json) {
        try {
            return Pins.parse(Json.bytes(json));
        } catch (UnsoundPins e) {
            throw new ProtocolError("invalid_pins", e.why().name());
        }
    }

    private static Object leaf(ObjectNode json) {
        BundleLeaf leaf = BundleLeaf.parse(json);
        leaf.hash();
        leaf.isAltered();
        leaf.isOfHour(NOW);
        return "";
    }

    private static Object done(Object read) {
        return read.toString().isEmpty() ? "" : "";
    }

    private ObjectNode document() {
        ObjectNode document =
                Json.newObject().put("id", NODE + "/ententes/identity").put("version", 1);
        document.putArray("parties")
                .addObject()
                .put("entity", NODE.toString())
                .set("keys", Jwks.of(signer.publicKey()).toJson());
        return document;
    }

    private ObjectNode published() {
        ObjectNode published = GeneralJws.sign(Json.canonical(document()), "entente+jws", List.of(signer));
        published.putArray("earlier");
        published.putArray("rolled");
        return published;
    }

    private String bundle(ObjectNode leaf) {
        return bundle(head(leaf), leaf);
    }

    private String bundle(ObjectNode head, ObjectNode leaf) {
        return String.join(
                "\n",
                Json.write(head),
                Json.write(leaf),
                Json.write(Json.newObject().put("receipt", receipt())),
                "{\"end\":{\"leaves\":1,\"receipts\":1}}",
                "");
    }

    private ObjectNode head(ObjectNode leaf) {
        GrowingTree tree = new GrowingTree();
        Hash hash = BundleLeaf.parse(leaf).hash();
        tree.append(hash);
        tree.append(hash);
        ObjectNode head = Json.newObject()
                .put("format", BundleReader.FORMAT)
                .put("node", NODE.toString())
                .put("made_at", NOW.toString())
                .put("entity_configuration", configuration())
                .put("checkpoint", note(new Checkpoint(ORIGIN, tree.size(), tree.root())));
        ObjectNode base = head.putObject("base");
        base.put("checkpoint", note(new Checkpoint(ORIGIN, 1, hash)));
        base.putArray("subtrees").add(Base64.getEncoder().encodeToString(hash.bytes()));
        return head;
    }

    private ObjectNode leaf() {
        ObjectNode record = Json.newObject()
                .put("at", NOW.toString())
                .put("direction", "out")
                .put("peer", "https://british-columbia.example")
                .put("kind", "message")
                .put("type", "entente-standing")
                .put("address", "https://british-columbia.example/frontier/messages")
                .put("bytes", 512)
                .put("sha256", "A".repeat(43));
        byte[] salt = new byte[16];
        ObjectNode leaf = Json.newObject()
                .put("position", 1)
                .put("stream", "frontier")
                .put("type", "message-out")
                .put("hour", NOW.toString())
                .put("commitment", Base64Url.encode(Sha256.of(salt, Json.canonical(record))))
                .put("salt", Base64Url.encode(salt));
        leaf.set("record", record);
        return leaf;
    }

    private String configuration() {
        return EntityStatement.sign(
                        new StatementContent(
                                NODE,
                                NODE,
                                NOW.minusSeconds(60),
                                NOW.plusSeconds(3600),
                                Jwks.of(signer.publicKey()),
                                List.of(),
                                Json.object("{\"federation_entity\":{}}")),
                        signer)
                .toString();
    }

    private String receipt() {
        ObjectNode claims = Json.newObject()
                .put("iss", "https://british-columbia.example")
                .put("aud", NODE.toString())
                .put("jti", "7d3f5b6e-2f60-4c53-9f54-0f6f0a9ce1de")
                .put("iat", NOW.getEpochSecond())
                .put("message_hash", "A".repeat(43))
                .put("checkpoint", note(new Checkpoint(ORIGIN, 0, Hash.ofEmptyTree())));
        return CompactJws.sign(signer, "entente-receipt+jwt", claims, JoseOption.KEY_ID);
    }

    private String note(Checkpoint checkpoint) {
        return SignedNote.sign(checkpoint.text(), ORIGIN, signer).toString();
    }
}
