package org.entente.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether the ports are free that the demo takes, asked before anything is started. */
final class FreePorts {
    /** From the council's to the last node's. */
    private static final int COUNT = 9;

    private FreePorts() {}

    /** @throws DemoFailed when one is taken */
    static void require(int first) {
        if (first < 1 || first + COUNT > 65_536) {
            throw new DemoFailed(
                    "il n’y a pas neuf ports à partir de " + first + " · there are no nine ports from " + first);
        }
        for (int port = first; port < first + COUNT; port++) {
            if (isTaken(port)) {
                throw new DemoFailed(
                        "le port " + port + " est pris\u202f; choisissez-en neuf autres avec --port · port " + port
                                + " is taken: choose nine others with --port");
            }
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the nodes do: what was closed a moment ago is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
