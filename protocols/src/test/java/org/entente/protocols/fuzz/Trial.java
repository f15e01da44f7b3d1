package org.entente.protocols.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;
import org.entente.protocols.ProtocolError;

/**
 * One reader, and what it did with all that it met: each input gives a value or {@link ProtocolError}, within bounds of
 * time and memory; the error says nothing of the input; and what was written of a value reads back as the same.
 */
public final class Trial {
    /** A word that inputs are strewn with, and that no error may repeat. */
    public static final String CANARY = "Kuujjuarapik";

    /** The most processor time for one input, by the first compiler alone, on a machine that others use: half of it is a server's. */
    static final Duration MOST_TIME = Duration.ofSeconds(4);

    /** The most that is allocated, in all, for one input. */
    static final long MOST_BYTES = 256L * 1024 * 1024;

    private static final int LONGEST_TEXT = 300;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Parser parser;
    private long taken;
    private long refused;
    private long slowestNanos;
    private long mostBytes;

    public Trial(Parser parser) {
        this.parser = parser;
    }

    /** Whether the input was read; fails when the reader did something else than read or refuse it. */
    public boolean meet(byte[] input) {
        Object written;
        try {
            written = bounded(input);
        } catch (ProtocolError e) {
            requireDiscreet(e, input);
            refused++;
            return false;
        } catch (RuntimeException | Error e) {
            throw failed(input, e);
        }
        taken++;
        requireSame(written, input);
        return true;
    }

    private void requireSame(Object written, byte[] input) {
        if (written.equals("")) {
            return;
        }
        try {
            assertThat(parser.read().apply(Parser.bytes(written)))
                    .as("what was written, read again")
                    .isEqualTo(written);
        } catch (RuntimeException | AssertionError e) {
            throw failed(input, e);
        }
    }

    /** What was met, in one line. */
    public String report() {
        return "%s: %d inputs, %d read, %d refused; at most %d ms and %d KiB"
                .formatted(parser.name(), taken + refused, taken, refused, slowestNanos / 1_000_000, mostBytes / 1024);
    }

    private Object bounded(byte[] input) {
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        long nanos = THREAD.getCurrentThreadCpuTime();
        try {
            return parser.read().apply(input);
        } finally {
            long usedNanos = THREAD.getCurrentThreadCpuTime() - nanos;
            long usedBytes = THREAD.getCurrentThreadAllocatedBytes() - bytes;
            slowestNanos = Math.max(slowestNanos, usedNanos);
            mostBytes = Math.max(mostBytes, usedBytes);
            assertThat(Duration.ofNanos(usedNanos)).as("processor time").isLessThan(MOST_TIME);
            assertThat(usedBytes).as("bytes allocated").isLessThan(MOST_BYTES);
        }
    }

    private void requireDiscreet(ProtocolError error, byte[] input) {
        boolean discreet = error.code().matches("[a-z_]+")
                && error.publicText().length() <= LONGEST_TEXT
                && error.publicText().matches("[\\x20-\\x7E]+")
                && !(error.publicText() + error.getMessage()).contains(CANARY);
        if (!discreet) {
            throw failed(input, new AssertionError("an error that tells too much", error));
        }
    }

    private AssertionError failed(byte[] input, Throwable cause) {
        String base64 = Base64.getEncoder().encodeToString(input);
        String shown = base64.length() > 6000 ? base64.substring(0, 6000) + "…" : base64;
        return new AssertionError(parser.name() + " did not bear (base64) " + shown, cause);
    }
}
