package org.entente.checks.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.node.signin.Simultaneously;
import org.jspecify.annotations.Nullable;

/**
 * A balancer before the processes of a node: each request goes to the next one. A process that takes no connection is
 * passed over; when one breaks off, a request that only reads is tried at the next, and any other is answered with 502,
 * since nobody knows how far it came.
 */
final class RoundRobin implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    /** They concern one connection, not the request (RFC 9110 §7.6.1). */
    private static final List<String> HOP_BY_HOP =
            List.of("Connection", "Upgrade", "HTTP2-Settings", "Keep-Alive", "Expect");

    private final List<Integer> ports;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Repetition> repetition = new AtomicReference<>();
    private final AtomicReference<@Nullable Traffic> traffic = new AtomicReference<>();
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Listens at a port, for processes at others. */
    RoundRobin(int port, List<Integer> ports) throws IOException {
        this.ports = List.copyOf(ports);
        this.listening = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Delivers the next request to a path so many times at one moment, to the processes in turn; what each answers. */
    CompletableFuture<List<Answer>> repeatNext(String path, int times) {
        Repetition wanted = new Repetition(path, times, new CompletableFuture<>());
        repetition.set(wanted);
        return wanted.answers();
    }

    /** Records every request that comes for the node while something happens, whoever sends it. */
    Traffic recordWhile(Runnable something) {
        Traffic recording = new Traffic();
        traffic.set(recording);
        something.run();
        traffic.set(null);
        return recording;
    }

    private record Repetition(String path, int times, CompletableFuture<List<Answer>> answers) {}

    private void repeat(Repetition wanted, Head head, byte[] body) {
        wanted.answers().complete(Simultaneously.attempt(wanted.times(), i -> () -> {
            byte[] answer = forward(head, body);
            var in = new ByteArrayInputStream(answer);
            Head start = Head.read(in);
            return new Answer(Integer.parseInt(start.start().substring(9, 12)), start, start.body(in));
        }));
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = new BufferedInputStream(client.getInputStream());
            Head head = Head.read(in);
            byte[] body = head.body(in);
            Traffic recording = traffic.get();
            if (recording != null) {
                recording.add(head, body);
            }
            Repetition wanted = repetition.get();
            if (wanted != null
                    && head.start().startsWith("POST " + wanted.path())
                    && repetition.compareAndSet(wanted, null)) {
                repeat(wanted, head, body);
            }
            client.getOutputStream().write(forward(head, body));
            client.getOutputStream().flush();
        } catch (IOException gone) {
            // whoever asked is not there any more
        }
    }

    private byte[] forward(Head head, byte[] body) {
        boolean reads = head.start().startsWith("GET ");
        byte[] request = head.without(HOP_BY_HOP).bytes("Connection: close");
        int turn = next.getAndIncrement();
        for (int i = 0; i < ports.size(); i++) {
            int port = ports.get(Math.floorMod(turn + i, ports.size()));
            try (Socket process = new Socket()) {
                process.setSoTimeout(PATIENCE_MILLIS);
                if (!connects(process, port)) {
                    continue;
                }
                byte[] answer = exchange(process, request, body);
                if (answer.length > 0) {
                    return answer;
                }
            } catch (IOException brokenOff) {
                if (!reads) {
                    return refusal("502 Bad Gateway");
                }
            }
        }
        return refusal("503 Service Unavailable");
    }

    private static boolean connects(Socket process, int port) {
        try {
            process.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** The whole answer, or none. */
    private static byte[] exchange(Socket process, byte[] request, byte[] body) throws IOException {
        process.getOutputStream().write(request);
        process.getOutputStream().write(body);
        InputStream in = new BufferedInputStream(process.getInputStream());
        Head head = Head.read(in);
        byte[] answer = head.body(in);
        byte[] start = head.without(List.of("Transfer-Encoding", "Content-Length", "Connection"))
                .bytes("Content-Length: " + answer.length, "Connection: close");
        byte[] all = new byte[start.length + answer.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(answer, 0, all, start.length, answer.length);
        return all;
    }

    private static byte[] refusal(String status) {
        return ("HTTP/1.1 " + status + "\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
