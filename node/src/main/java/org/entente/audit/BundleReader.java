package org.entente.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.entente.audit.Bundle.Base;
import org.entente.audit.BundleUnreadable.Why;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.SignedNote;
import tools.jackson.databind.node.ObjectNode;

/** Reads a bundle from its file, line by line. */
public final class BundleReader {
    static final String FORMAT = "entente-audit-bundle/1";

    private static final String ERROR = "invalid_bundle";
    private static final int MAX_LINE = 256 * 1024;

    private final List<BundleLeaf> leaves = new ArrayList<>();
    private final List<PeerReceipt> receipts = new ArrayList<>();
    private long line;
    private boolean ended;

    private BundleReader() {}

    /**
     * Reads a bundle.
     *
     * @throws BundleUnreadable when it is none, or was cut off
     */
    public static Bundle read(Path file) throws BundleUnreadable, IOException {
        return new BundleReader().readAll(file);
    }

    private Bundle readAll(Path file) throws BundleUnreadable, IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            ObjectNode head = next(in).orElseThrow(() -> new BundleUnreadable(1, Why.EMPTY));
            for (Optional<ObjectNode> one = next(in); one.isPresent(); one = next(in)) {
                take(one.get());
            }
            if (!ended) {
                throw new BundleUnreadable(line, Why.CUT_OFF);
            }
            return bundle(head);
        } catch (ProtocolError e) {
            throw new BundleUnreadable(line, Why.MALFORMED);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new BundleUnreadable(line + 1, Why.NOT_TEXT);
        }
    }

    private Optional<ObjectNode> next(BufferedReader in) throws BundleUnreadable, IOException {
        String text = in.readLine();
        if (text == null) {
            return Optional.empty();
        }
        line++;
        if (text.length() > MAX_LINE) {
            throw new BundleUnreadable(line, Why.TOO_LONG);
        }
        return Optional.of(Json.object(text));
    }

    private void take(ObjectNode one) throws BundleUnreadable {
        if (ended) {
            throw new BundleUnreadable(line, Why.AFTER_THE_END);
        }
        if (one.has("position")) {
            leaves.add(BundleLeaf.parse(one));
        } else if (one.has("receipt")) {
            receipts.add(PeerReceipt.parse(one.path("receipt").asString("")));
        } else if (one.path("end") instanceof ObjectNode end) {
            if (end.path("leaves").asLong(-1) != leaves.size()
                    || end.path("receipts").asLong(-1) != receipts.size()) {
                throw new BundleUnreadable(line, Why.MISCOUNTED);
            }
            ended = true;
        } else {
            throw new BundleUnreadable(line, Why.MALFORMED);
        }
    }

    private Bundle bundle(ObjectNode head) throws BundleUnreadable {
        Claims claims = new Claims(head, ERROR);
        if (!claims.text("format").equals(FORMAT)) {
            throw new BundleUnreadable(1, Why.OTHER_FORM);
        }
        URI node = claims.uri("node");
        SignedNote note = SignedNote.parse(claims.text("checkpoint"));
        Checkpoint.parse(note.text());
        return new Bundle(
                node,
                Times.instant(claims.text("made_at")),
                EntityStatement.parse(head.path("entity_configuration").asString("")),
                claims.optionalObject("base").map(BundleReader::base),
                note,
                leaves,
                receipts);
    }

    private static Base base(ObjectNode base) {
        SignedNote note = SignedNote.parse(new Claims(base, ERROR).text("checkpoint"));
        List<Hash> subtrees = base.path("subtrees")
                .valueStream()
                .map(hash -> hash(hash.asString("")))
                .toList();
        if (Long.bitCount(Checkpoint.parse(note.text()).size()) != subtrees.size()) {
            throw new ProtocolError(ERROR, "the base has another number of subtrees than its size");
        }
        return new Base(note, subtrees);
    }

    private static Hash hash(String base64) {
        try {
            return Hash.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new ProtocolError(ERROR, "not a hash");
        }
    }
}
