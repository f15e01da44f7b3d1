package org.entente.node.wallet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service inside the network, by IPv4 and IPv6, to which nobody from outside may lead. It hangs up on everybody and counts
 * connections: a client has gone too far with the first byte, whether a request follows or not.
 */
final class CountedConnections implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger accepted = new AtomicInteger();
    private int own;

    CountedConnections() {
        try {
            socket = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("counted-connections").start(this::accept);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                if (connection.isConnected()) {
                    accepted.incrementAndGet();
                }
            } catch (IOException e) {
                // closed, by them or by us
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many have connected so far. They are counted in the order in which they came, and one of our own comes after all. */
    int connections() {
        try (Socket last = new Socket(InetAddress.getLoopbackAddress(), port())) {
            if (last.getInputStream().read() >= 0) {
                throw new AssertionError("it says nothing");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        own++;
        return accepted.get() - own;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
