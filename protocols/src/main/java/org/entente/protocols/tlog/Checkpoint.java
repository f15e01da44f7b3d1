package org.entente.protocols.tlog;

import java.util.Base64;
import org.entente.protocols.ProtocolError;

/**
 * What a log commits to: its name, its size and the root of its tree (C2SP tlog-checkpoint). The text is signed as a
 * {@link SignedNote}.
 *
 * @param origin the log's name, a URL without its scheme
 * @param size the number of leaves
 * @param root the root of the tree of these leaves
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES = 3;
    private static final int MAX_DIGITS = 18;

    public Checkpoint {
        if (origin.isBlank() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException("a checkpoint names its log and counts its leaves");
        }
    }

    /** The text that is signed: origin, size and base64 root, a line each. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /**
     * Reads the text of a checkpoint; lines after the third are extensions and are ignored.
     *
     * @throws ProtocolError {@code invalid_checkpoint}
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length <= LINES || lines[0].isBlank()) {
            throw malformed();
        }
        if (!lines[1].matches("0|[1-9][0-9]*") || lines[1].length() > MAX_DIGITS) {
            throw malformed();
        }
        try {
            return new Checkpoint(
                    lines[0],
                    Long.parseLong(lines[1]),
                    Hash.of(Base64.getDecoder().decode(lines[2])));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static ProtocolError malformed() {
        return new ProtocolError("invalid_checkpoint", "not a checkpoint");
    }
}
