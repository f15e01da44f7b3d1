package org.entente.protocols.statuslist;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One small number per credential, packed from the least significant bit up (Token Status List §4.1). Mutable and not safe
 * for use by several threads at once.
 *
 * <pre>{@code
 * StatusList list = StatusList.create(1, 1 << 20);
 * list.set(42, StatusList.INVALID);
 * }</pre>
 */
public final class StatusList {
    /** The credential is good (§7.1). */
    public static final int VALID = 0x00;

    /** The credential is revoked for ever (§7.1). */
    public static final int INVALID = 0x01;

    /** The credential is not to be accepted for now (§7.1). */
    public static final int SUSPENDED = 0x02;

    /** The largest list that is made or read, in bytes once unpacked: 2^25 one-bit statuses. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int COMPRESSION_LEVEL = 6;
    private static final int CHUNK_BYTES = 16 * 1024;

    private final int bits;
    private final byte[] bytes;

    private StatusList(int bits, byte[] bytes) {
        this.bits = bits;
        this.bytes = bytes;
    }

    /**
     * A list whose every status is {@link #VALID}.
     *
     * @param bits per status: 1, 2, 4 or 8
     * @param size in statuses; rounded up to whole bytes
     * @throws IllegalArgumentException on another number of bits, or a size below 1 or beyond {@link #MAX_BYTES}
     */
    public static StatusList create(int bits, int size) {
        requireBits(bits);
        long bytes = ((long) size * bits + 7) / 8;
        if (size < 1 || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("a status list has 1 byte to " + MAX_BYTES + " bytes");
        }
        return new StatusList(bits, new byte[(int) bytes]);
    }

    /**
     * A list over these bytes, which are copied.
     *
     * @throws IllegalArgumentException as {@link #create}
     */
    public static StatusList of(int bits, byte[] packed) {
        requireBits(bits);
        if (packed.length < 1 || packed.length > MAX_BYTES) {
            throw new IllegalArgumentException("a status list has 1 byte to " + MAX_BYTES + " bytes");
        }
        return new StatusList(bits, packed.clone());
    }

    /**
     * Reads the JSON form {@code {"bits": …, "lst": "…"}} (§4.2). Unpacking stops at {@link #MAX_BYTES}.
     *
     * @throws ProtocolError {@code invalid_request} on another number of bits, a list that is no ZLIB stream, ends early, is
     *     followed by something, is empty or too large
     */
    public static StatusList parse(JsonNode json) {
        JsonNode bits = json.path("bits");
        JsonNode list = json.path("lst");
        if (!bits.isInt() || !isBits(bits.intValue()) || !list.isString()) {
            throw malformed("a status list has bits (1, 2, 4 or 8) and lst");
        }
        return new StatusList(bits.intValue(), inflate(Base64Url.decode(list.stringValue())));
    }

    /** The number of bits of a status. */
    public int bits() {
        return bits;
    }

    /** The number of statuses. */
    public int size() {
        return bytes.length * (8 / bits);
    }

    /**
     * The status at an index.
     *
     * @throws ProtocolError {@code invalid_request} when the index lies outside of the list (§8.3)
     */
    public int get(int index) {
        requireWithin(index);
        int perByte = 8 / bits;
        return (Byte.toUnsignedInt(bytes[index / perByte]) >> (index % perByte * bits)) & mask();
    }

    /**
     * Changes the status at an index.
     *
     * @throws ProtocolError {@code invalid_request} when the index lies outside of the list
     * @throws IllegalArgumentException when the status does not fit in the bits
     */
    public void set(int index, int status) {
        requireWithin(index);
        if (status < 0 || status > mask()) {
            throw new IllegalArgumentException("the status does not fit in " + bits + " bits");
        }
        int perByte = 8 / bits;
        int shift = index % perByte * bits;
        int others = Byte.toUnsignedInt(bytes[index / perByte]) & ~(mask() << shift);
        bytes[index / perByte] = (byte) (others | status << shift);
    }

    /** A copy of the packed bytes, not compressed. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The ZLIB stream of the packed bytes (§4.1). */
    public byte[] compressed() {
        try (Deflater deflater = new Deflater(COMPRESSION_LEVEL)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!deflater.finished()) {
                output.write(chunk, 0, deflater.deflate(chunk));
            }
            return output.toByteArray();
        }
    }

    /** The JSON form (§4.2). */
    public ObjectNode toJson() {
        return Json.newObject().put("bits", bits).put("lst", Base64Url.encode(compressed()));
    }

    private static byte[] inflate(byte[] compressed) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(compressed);
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && !inflater.finished()) {
                    throw malformed("the status list ends early");
                }
                if (output.size() + count > MAX_BYTES) {
                    throw malformed("the status list is larger than " + MAX_BYTES + " bytes");
                }
                output.write(chunk, 0, count);
            }
            if (inflater.getRemaining() > 0 || output.size() == 0) {
                throw malformed("the status list is empty or followed by something");
            }
            return output.toByteArray();
        } catch (DataFormatException e) {
            throw malformed("the status list is not compressed with ZLIB");
        }
    }

    private int mask() {
        return (1 << bits) - 1;
    }

    private void requireWithin(int index) {
        if (index < 0 || index >= size()) {
            throw malformed("the status index lies outside of the list");
        }
    }

    private static void requireBits(int bits) {
        if (!isBits(bits)) {
            throw new IllegalArgumentException("a status has 1, 2, 4 or 8 bits");
        }
    }

    private static boolean isBits(int bits) {
        return bits == 1 || bits == 2 || bits == 4 || bits == 8;
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
